package org.novacat.jobs.samples;

import java.util.Locale;
import java.util.Random;
import org.novacat.layouts.id.Provider;

/** The conventions of the archive, with their invented providers and their ways of naming files. */
enum SampleFormat {
  LINEAR(new LinearImage(), "sample-iraf", 1850, 60) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT,
          "%s_%s_%04d.fits",
          exposure.nova().compactName(),
          exposure.dateText(),
          exposure.number());
    }
  },
  AMATEUR(new AmateurImage(), "sample-bess", 1600, 80) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT,
          "_%s_%s_%s_sample%04d.fit",
          exposure.nova().compactName(),
          exposure.dateText(),
          exposure.dayFraction(),
          exposure.number());
    }
  },
  ESO(new EsoTable(), "sample-eso", 3000, 100) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT, "ADP.%s.%04d.fits", exposure.startText(), exposure.number());
    }
  },
  SDSS(new SdssTable(), "sample-sdss", 2000, 30) {
    @Override
    String fileName(Exposure exposure) {
      return specName(exposure);
    }
  },
  LOG_LINEAR(new LogLinearImage(), "sample-iraf", 2500, 70) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT,
          "%s_%s_log_%04d.fits",
          exposure.nova().compactName(),
          exposure.dateText(),
          exposure.number());
    }
  },
  CALSPEC(new CalspecTable(), "sample-calspec", 1200, 120) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT, "%s_sample_%04d.fits", exposure.nova().compactName(), exposure.number());
    }
  },
  PLAIN_TABLE(new PlainTable(), "sample-table", 1500, 50) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(
          Locale.ROOT, "%s-spectrum-%04d.fts", exposure.nova().compactName(), exposure.number());
    }
  },
  STIS(new StisTable(), "sample-hst", 4096, 40) {
    @Override
    String fileName(Exposure exposure) {
      return String.format(Locale.ROOT, "osmp%05d_x1d.fits", exposure.number());
    }
  },
  GZIPPED(new Gzipped(new SdssTable()), "sample-sdss", 2000, 30) {
    @Override
    String fileName(Exposure exposure) {
      return specName(exposure) + ".gz";
    }
  },
  TILE_COMPRESSED(new TileCompressedImage(), "sample-iraf", 1850, 60) {
    @Override
    String fileName(Exposure exposure) {
      return LINEAR.fileName(exposure) + ".fz";
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // the conventions have no state
  private final Convention convention;

  private final String provider;
  private final int samples;
  private final double signalToNoise;

  SampleFormat(Convention convention, String provider, int samples, double signalToNoise) {
    this.convention = convention;
    this.provider = provider;
    this.samples = samples;
    this.signalToNoise = signalToNoise;
  }

  abstract String fileName(Exposure exposure);

  Convention convention() {
    return convention;
  }

  Provider provider() {
    return new Provider(provider);
  }

  /** What the instrument sees, on its usual grid. */
  Samples observe(Exposure exposure, Random random) {
    return Samples.noiseless(exposure, convention, samples)
        .withSigma(signalToNoise)
        .shaken(i -> random.nextGaussian());
  }

  /** A sound file. */
  byte[] write(Exposure exposure, Random random) {
    return convention.write(exposure, observe(exposure, random));
  }

  private static String specName(Exposure exposure) {
    return String.format(
        Locale.ROOT, "spec-9000-%d-%04d.fits", (int) exposure.startMjd(), exposure.number());
  }
}
