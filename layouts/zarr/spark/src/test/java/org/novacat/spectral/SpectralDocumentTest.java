package org.novacat.spectral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.spectral.check.SpectralCheck;

/** The reference page names the checks that there are. */
class SpectralDocumentTest {
  private static String page() throws IOException {
    return Files.readString(Path.of("..", "..", "..", "docs", "formats", "spectral-zarr.md"));
  }

  @Test
  void checks_areThoseOfTheValidator() throws IOException {
    String made = page().split("<!-- made from SpectralCheck; a test compares -->")[1];
    List<String> rows =
        made.split("<!-- end of SpectralCheck -->")[0]
            .lines()
            .filter(l -> l.startsWith("| `"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(SpectralCheck.values())
                .map(c -> "| `%s` | %s | %s |".formatted(c.id(), c.severity(), c.rule()))
                .toList());
  }

  @Test
  void examplesOfDocuments_areThoseThatAreRead() throws IOException {
    List<String> documents =
        page().lines().filter(line -> line.startsWith("{\"version\"")).toList();

    assertThat(Manifest.parse(documents.get(0).getBytes(UTF_8)).spectra()).isEqualTo(2000);
    assertThat(CurrentVersion.parse("x", documents.get(1).getBytes(UTF_8)).store())
        .endsWith("r1.zarr");
  }
}
