package org.novacat.spectral.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reference page names the options that there are. */
class SourceDocumentTest {
  @Test
  void options_areThoseThatAreKnown() throws IOException {
    String page =
        Files.readString(Path.of("..", "..", "..", "docs", "formats", "spectral-zarr.md"));
    String section = page.split("### Options")[1].split("### Columns")[0];

    assertThat(
            Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(m -> m.group(1)))
        .containsExactlyElementsOf(SourceOptions.KNOWN);
  }
}
