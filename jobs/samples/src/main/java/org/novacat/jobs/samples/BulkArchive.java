package org.novacat.jobs.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many sound files of one size, cheap to make: a nova's light is computed once for each convention,
 * and each file adds its own time and its own piece of a long table of noise.
 */
public final class BulkArchive {
  /** Samples that make each convention's file about 200 kB. */
  private static final Map<SampleFormat, Integer> SAMPLES =
      new EnumMap<>(
          Map.of(
              SampleFormat.LINEAR, 48_000,
              SampleFormat.ESO, 9_800,
              SampleFormat.SDSS, 6_100,
              SampleFormat.CALSPEC, 6_500));

  /** A file is never too short to be a spectrum. */
  private static final int FEWEST = 100;

  private static final SampleFormat[] FORMATS = SAMPLES.keySet().toArray(SampleFormat[]::new);

  /** A power of two, several times the samples of a file. */
  private static final int NOISE_LENGTH = 1 << 18;

  private static final double SIGNAL_TO_NOISE = 50;

  private final ArchiveWriter writer;
  private final Stars stars;
  private final BulkSpec spec;
  private final double[] noise = new double[NOISE_LENGTH];

  private BulkArchive(Path folder, BulkSpec spec) {
    this.writer = new ArchiveWriter(folder);
    this.stars = new Stars(spec.seed());
    this.spec = spec;
    Random random = stars.noise(0);
    Arrays.setAll(noise, i -> random.nextGaussian());
  }

  /**
   * Writes the archive below {@code folder}, as {@link SampleArchive#write} does.
   *
   * @throws IOException when a file cannot be written; what was written before stays
   */
  public static SampleArchive write(Path folder, BulkSpec spec) throws IOException {
    BulkArchive bulk = new BulkArchive(folder, spec);
    List<SampleNova> novae = new ArrayList<>();
    for (int nova = 0; nova < spec.novae(); nova++) {
      for (int format = 0; format < FORMATS.length; format++) {
        bulk.writeFiles(nova, format);
      }
      novae.add(bulk.stars.nova(nova));
    }
    return bulk.writer.finish(novae);
  }

  /** File {@code i} of the archive is of nova {@code i % novae}, and the formats take turns. */
  private void writeFiles(int nova, int format) throws IOException {
    int first = nova + format * spec.novae();
    if (first >= spec.files()) {
      return;
    }
    SampleFormat convention = FORMATS[format];
    Samples light = light(nova, convention);
    for (int i = first; i < spec.files(); i += FORMATS.length * spec.novae()) {
      Exposure exposure = stars.exposure(nova, i / spec.novae(), epochs(), i + 1);
      int offset = stars.noise(i + 1).nextInt(NOISE_LENGTH);
      Samples seen = light.shaken(k -> noise[(offset + k) & (NOISE_LENGTH - 1)]);
      writer.addSound(convention, exposure, convention.convention().write(exposure, seen));
    }
  }

  private Samples light(int nova, SampleFormat format) {
    Exposure exposure = stars.exposure(nova, 0, 1, 1 + nova);
    int samples =
        Math.max(FEWEST, SAMPLES.getOrDefault(format, 0) * spec.kilobytes() / BulkSpec.KILOBYTES);
    return Samples.noiseless(exposure, format.convention(), samples).withSigma(SIGNAL_TO_NOISE);
  }

  private int epochs() {
    return (spec.files() + spec.novae() - 1) / spec.novae();
  }

  /**
   * How large an archive for benchmarks is, and which.
   *
   * @param seed equal seeds give equal archives
   * @param files number of files, all sound and no two alike; at least 1
   * @param novae number of novae that share them, at least 1
   * @param kilobytes about how large each file is, 1 to 100,000; headers alone take some 3
   */
  public record BulkSpec(long seed, int files, int novae, int kilobytes) {
    /** A usual size. */
    public static final int KILOBYTES = 200;

    private static final int MOST_KILOBYTES = 100_000;

    public BulkSpec {
      if (files < 1 || novae < 1) {
        throw new IllegalArgumentException(
            "Cannot make samples: %s files of %s novae (give at least 1 of both)"
                .formatted(files, novae));
      }
      if (kilobytes < 1 || kilobytes > MOST_KILOBYTES) {
        throw new IllegalArgumentException(
            "Cannot make samples: files of %s kB (give 1 to %s)"
                .formatted(kilobytes, MOST_KILOBYTES));
      }
    }

    /** Files of a usual size. */
    public BulkSpec(long seed, int files, int novae) {
      this(seed, files, novae, KILOBYTES);
    }
  }
}
