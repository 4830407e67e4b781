package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.testing.Seeded;

/**
 * No file can stop a job: mutants of real files end as spectra or as a refusal with a code, none as
 * a fault of the decoder, none after more than two seconds of the processor, in a JVM of 512 MB.
 *
 * <p>{@code -Dnovacat.seed=N} replays one mutant; {@code -Dnovacat.mutants=N} asks for another
 * number than 10,000.
 */
class MutationFuzzTest {
  private static final int MUTANTS = Integer.getInteger("novacat.mutants", 10_000);
  private static final int LARGEST = 500_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final long HEAP = 512L << 20;

  private final SpectrumReader reader = SpectrumReader.standard();
  private final Map<QuarantineReason, Integer> refusals = new EnumMap<>(QuarantineReason.class);
  private int read;

  @Test
  void mutantsOfRealFiles_endAsSpectraOrRefusals() {
    List<byte[]> originals =
        Corpus.files().stream()
            .map(RealFile::bytes)
            .filter(bytes -> bytes.length <= LARGEST)
            .toList();
    assertThat(Runtime.getRuntime().maxMemory()).as("run with -Xmx512m").isLessThanOrEqualTo(HEAP);

    try (Watchdog watchdog = new Watchdog(LONGEST)) {
      Seeded.cases(MUTANTS, random -> readMutant(watchdog, originals, random));
    }

    System.out.printf("mutants: %d read, refused %s%n", read, refusals);
  }

  private void readMutant(Watchdog watchdog, List<byte[]> originals, Random random)
      throws InterruptedException {
    byte[] mutant = new Mutator(random).mutate(originals.get(random.nextInt(originals.size())));

    ReadResult result = watchdog.call(() -> reader.read("mutant.fits", mutant));

    result.match(spectra -> read++, this::count);
  }

  private int count(ReadResult.Rejected rejected) {
    assertThat(rejected.refusal().detail())
        .as(rejected.refusal().toString())
        .isNotIn("READER_FAULT", "OUT_OF_MEMORY", "STACK_OVERFLOW");
    return refusals.merge(rejected.refusal().reason(), 1, Integer::sum);
  }
}
