package org.novacat.jobs.fits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.testing.Manual;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.testing.SharedData;

/** The manual's table of how sure real spectra are says what is read of them. */
class HowSureSpectraTest {
  private static final Path PAGE = Path.of("..", "docs", "formats", "spectrum.md");

  @Test
  void realSpectra_areAsSureAsTheManualSays() throws IOException {
    List<List<String>> rows = Manual.table(PAGE, "file | time scale");

    assertThat(rows).hasSizeGreaterThan(5);
    for (List<String> row : rows) {
      String name = row.get(0).split("`")[1];
      JsonNode sure = confidence(SharedData.fits().resolve("files").resolve(name));
      assertThat(
              List.of(
                  sure.get("time_scale").asText(),
                  sure.get("wavelength_unit").asText(),
                  sure.get("medium").asText(),
                  sure.get("flux_unit").asText()))
          .as(name)
          .isEqualTo(row.subList(1, 5));
    }
  }

  private static JsonNode confidence(Path file) throws IOException {
    String name = file.getFileName().toString();
    return SpectrumLines.of(
            name,
            new SpectrumFileReader()
                .read(name, FileEnding.FITS, Files.readAllBytes(file), StatedFacts.NONE))
        .get(0)
        .get("confidence");
  }
}
