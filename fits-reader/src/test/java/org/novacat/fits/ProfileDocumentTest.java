package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.novacat.fits.profile.Profile;

class ProfileDocumentTest {
  @Test
  void docs_listExactlyTheBuiltInProfiles() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "specs", "spectra-fits-profiles.md"));

    List<String> documented =
        Pattern.compile("^\\| `([a-z0-9-]+@\\d+)`", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(new TreeSet<>(documented))
        .isEqualTo(
            new TreeSet<>(
                ProfileRegistry.standard().profiles().stream().map(Profile::id).toList()));
    assertThat(documented).doesNotHaveDuplicates();
  }
}
