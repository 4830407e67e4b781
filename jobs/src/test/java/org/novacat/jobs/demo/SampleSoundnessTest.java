package org.novacat.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks a reader that is not ours whether the samples are sound FITS; skipped where it is absent.
 */
class SampleSoundnessTest {
  @Test
  void astropy_opensEverySoundFile_andRefusesTheBroken(@TempDir Path folder) throws Exception {
    String python = pythonWithAstropy();
    SampleArchive archive = SampleArchive.write(folder, SampleSpec.demo(5));

    String faults = faults(python, folder, archive);

    assertThat(faults.lines().map(line -> line.replaceAll("_samplenova.*", "")))
        .containsExactlyInAnyOrder(
            folder + "/damaged/truncated-data",
            folder + "/damaged/truncated-header",
            folder + "/damaged/html-page",
            folder + "/damaged/illegal-bitpix");
  }

  private static String faults(String python, Path folder, SampleArchive archive)
      throws IOException, InterruptedException {
    Path script = folder.resolve("verify_fits.py");
    try (InputStream in = SampleSoundnessTest.class.getResourceAsStream("verify_fits.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process process = new ProcessBuilder(python, script.toString()).start();
    String names =
        archive.files().stream()
            .map(file -> folder.resolve(file.locator()) + "\n")
            .collect(Collectors.joining());
    process.getOutputStream().write(names.getBytes(UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("exit code of Python").isZero();
    return output
        .lines()
        .filter(line -> line.startsWith(folder.toString()))
        .collect(Collectors.joining("\n"));
  }

  private static String pythonWithAstropy() {
    Optional<String> python =
        Stream.of("python3", "/usr/bin/python3")
            .filter(SampleSoundnessTest::hasAstropy)
            .findFirst();
    assumeTrue(python.isPresent(), "Skipped: no Python with astropy (Debian: python3-astropy)");
    return python.orElseThrow();
  }

  private static boolean hasAstropy(String python) {
    try {
      return new ProcessBuilder(List.of(python, "-c", "import astropy.io.fits"))
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
