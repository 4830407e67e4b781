package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.SpectrumReader;
import org.novacat.jobs.samples.BulkArchive.BulkSpec;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.transforms.spectrum.SpectrumNormalizer;
import org.novacat.transforms.spectrum.ValidationContext;

/** Every sample ends as the archive says, through reader and normaliser alone. */
class SampleOutcomesTest {
  private static final double TODAY_MJD = 62_000;
  private static final SpectrumReader READER = SpectrumReader.standard();

  @Test
  void demo_endsAsExpected(@TempDir Path folder) throws IOException {
    assertThat(surprises(folder, SampleArchive.write(folder, SampleSpec.demo(2101)))).isEmpty();
  }

  @Test
  void otherSeeds_endAsExpectedToo(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      Path archive = folder.resolve(Integer.toString(seed));
      assertThat(surprises(archive, SampleArchive.write(archive, new SampleSpec(seed, 2, 10))))
          .as("seed %s", seed)
          .isEmpty();
    }
  }

  @Test
  void bulk_isValidThroughout(@TempDir Path folder) throws IOException {
    assertThat(surprises(folder, BulkArchive.write(folder, new BulkSpec(3, 40, 5)))).isEmpty();
  }

  private static List<String> surprises(Path folder, SampleArchive archive) throws IOException {
    List<String> surprises = new ArrayList<>();
    for (SampleFile file : archive.files()) {
      String outcome = outcome(archive, file, Files.readAllBytes(folder.resolve(file.locator())));
      String expected =
          file.expected() instanceof Expected.Quarantined quarantined
              ? quarantined.reason().name()
              : "VALID";
      if (!outcome.startsWith(expected)) {
        surprises.add(file.locator() + ": expected " + expected + ", but " + outcome);
      }
    }
    return surprises;
  }

  private static String outcome(SampleArchive archive, SampleFile file, byte[] bytes) {
    return READER
        .read(file.locator(), bytes)
        .match(
            read -> normalized(read, position(archive, file.nova())),
            rejected -> reason(rejected.refusal()));
  }

  private static String normalized(ReadResult.Read read, SkyPosition nova) {
    ValidationContext context = ValidationContext.at(TODAY_MJD).withNova(nova);
    return SpectrumNormalizer.normalize(read.spectra(), read.observation(), context)
        .match(normalized -> "VALID", refused -> reason(refused.refusal()));
  }

  private static String reason(Refusal refusal) {
    return refusal.reason() + " " + refusal.detail() + " " + refusal.message();
  }

  private static SkyPosition position(SampleArchive archive, String name) {
    return archive.novae().stream()
        .filter(nova -> nova.name().equals(name))
        .map(nova -> new SkyPosition(nova.raDeg(), nova.decDeg()))
        .findFirst()
        .orElseThrow();
  }
}
