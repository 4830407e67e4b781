package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.layouts.testing.Python;

/**
 * Asks a reader that is not ours whether the samples are sound FITS; skipped where it is absent.
 */
class SampleSoundnessTest {
  @Test
  void astropy_opensEverySoundFile_andRefusesTheBroken(@TempDir Path folder) throws Exception {
    SampleArchive archive = SampleArchive.write(folder, SampleSpec.demo(5));

    String faults = faults(folder, archive);

    assertThat(faults.lines().map(line -> line.replaceAll("_samplenova.*", "")))
        .containsExactlyInAnyOrder(
            folder + "/damaged/truncated-data",
            folder + "/damaged/truncated-header",
            folder + "/damaged/html-page",
            folder + "/damaged/illegal-bitpix");
  }

  private static String faults(Path folder, SampleArchive archive) {
    String names =
        archive.files().stream()
            .map(file -> folder.resolve(file.locator()) + "\n")
            .collect(Collectors.joining());
    String output =
        Python.withAstropy(folder, SampleSoundnessTest.class, "verify_fits.py", names, List.of());
    return output
        .lines()
        .filter(line -> line.startsWith(folder.toString()))
        .collect(Collectors.joining("\n"));
  }
}
