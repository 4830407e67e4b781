package org.novacat.jobs.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.novacat.layouts.spectrum.QuarantineReason.COORDINATE_PROXIMITY;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_AXIS;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_FLUX;
import static org.novacat.layouts.spectrum.QuarantineReason.MISSING_CRITICAL_METADATA;
import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_PROFILE;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;
import static org.novacat.layouts.spectrum.QuarantineReason.UNREADABLE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.QuarantineReason;

/** What is wrong with a file that was damaged on purpose, and the reason that should be found. */
enum Damage {
  TRUNCATED_DATA(UNREADABLE) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      byte[] whole = SampleFormat.LINEAR.write(exposure, random);
      return Arrays.copyOf(whole, whole.length * 2 / 3);
    }
  },
  TRUNCATED_HEADER(UNREADABLE) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      return Arrays.copyOf(SampleFormat.AMATEUR.write(exposure, random), 1600);
    }
  },
  HTML_PAGE(UNREADABLE) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      String page = "<html><head><title>404 Not Found</title></head><body>%s/%08x</body></html>\n";
      return page.formatted(exposure.nova().name(), random.nextInt()).getBytes(US_ASCII);
    }
  },
  ILLEGAL_BITPIX(UNREADABLE) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      byte[] file = SampleFormat.LINEAR.write(exposure, random);
      return CardEdit.replace(file, "BITPIX", "BITPIX  =                  -33");
    }
  },
  MISSING_CRVAL(MISSING_CRITICAL_METADATA) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      byte[] file = SampleFormat.LINEAR.write(exposure, random);
      return CardEdit.replace(file, "CRVAL1", "COMMENT the reference wavelength is lost");
    }
  },
  ZERO_FLUX(INVALID_FLUX) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      Samples seen = SampleFormat.LINEAR.observe(exposure, random);
      return SampleFormat.LINEAR.convention().write(exposure, seen.scaled(0));
    }
  },
  FOLDED_AXIS(INVALID_AXIS) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      Samples seen = SampleFormat.PLAIN_TABLE.observe(exposure, random);
      double[] folded = seen.wavelength().clone();
      int half = folded.length / 2;
      System.arraycopy(seen.wavelength(), 0, folded, half, folded.length - half);
      Samples damaged = new Samples(folded, seen.flux(), seen.sigma());
      return SampleFormat.PLAIN_TABLE.convention().write(exposure, damaged);
    }
  },
  SKY_IMAGE(NOT_A_SPECTRUM) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      return SkyImage.write(exposure, random);
    }
  },
  WRONG_TARGET(COORDINATE_PROXIMITY) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      Exposure elsewhere = exposure.of(exposure.nova().displaced(1));
      return SampleFormat.SDSS.write(elsewhere, random);
    }
  },
  UNKNOWN_UNIT(UNKNOWN_UNITS) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      byte[] file = SampleFormat.PLAIN_TABLE.write(exposure, random);
      return CardEdit.replace(file, "TUNIT1", "TUNIT1  = 'furlong '");
    }
  },
  UNKNOWN_CONVENTION(UNKNOWN_PROFILE) {
    @Override
    byte[] make(Exposure exposure, Random random) {
      Samples seen = SampleFormat.LINEAR.observe(exposure, random);
      return FitsBytes.table(
          cards -> cards.signature(exposure).times(exposure).position(exposure),
          List.of(new Column("P", "", seen.wavelength()), new Column("Q", "", seen.flux())),
          cards -> cards.text("EXTNAME", "RESULT", "name of the table"));
    }
  };

  private final QuarantineReason reason;

  Damage(QuarantineReason reason) {
    this.reason = reason;
  }

  /** The bytes of such a file, the same for the same random sequence. */
  abstract byte[] make(Exposure exposure, Random random);

  QuarantineReason reason() {
    return reason;
  }

  String fileName(Exposure exposure) {
    return "%s_%s.fits"
        .formatted(
            name().toLowerCase(Locale.ROOT).replace('_', '-'), exposure.nova().compactName());
  }
}
