package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.StatedFact;

class TextProfileDocumentTest {
  @Test
  void docs_listExactlyTheProfilesOfText() throws IOException {
    List<String> documented =
        Pattern.compile("^\\| `(text-[a-z0-9-]+@\\d+)`", Pattern.MULTILINE)
            .matcher(page())
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(TextProfile.all().stream().map(TextProfile::id).toList());
  }

  @Test
  void docs_listAllThatCanBeStated() throws IOException {
    String page = page();

    assertThat(StatedFact.values())
        .allSatisfy(fact -> assertThat(page).contains("`" + fact.key() + "`"));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "formats", "spectra-as-text.md"));
  }
}
