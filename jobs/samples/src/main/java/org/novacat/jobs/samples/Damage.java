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
import java.util.function.BiFunction;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.QuarantineReason;

/** What is wrong with a file that was damaged on purpose, and the reason that should be found. */
enum Damage {
  TRUNCATED_DATA(
      UNREADABLE,
      (exposure, random) -> {
        byte[] whole = SampleFormat.LINEAR.write(exposure, random);
        return Arrays.copyOf(whole, whole.length * 2 / 3);
      }),
  TRUNCATED_HEADER(
      UNREADABLE,
      (exposure, random) -> Arrays.copyOf(SampleFormat.AMATEUR.write(exposure, random), 1600)),
  HTML_PAGE(
      UNREADABLE,
      (exposure, random) -> {
        String page =
            "<html><head><title>404 Not Found</title></head><body>%s/%08x</body></html>\n";
        return page.formatted(exposure.nova().name(), random.nextInt()).getBytes(US_ASCII);
      }),
  ILLEGAL_BITPIX(
      UNREADABLE, edited(SampleFormat.LINEAR, "BITPIX", "BITPIX  =                  -33")),
  MISSING_CRVAL(
      MISSING_CRITICAL_METADATA,
      edited(SampleFormat.LINEAR, "CRVAL1", "COMMENT the reference wavelength is lost")),
  ZERO_FLUX(
      INVALID_FLUX,
      (exposure, random) -> {
        Samples seen = SampleFormat.LINEAR.observe(exposure, random);
        return SampleFormat.LINEAR.convention().write(exposure, seen.scaled(0));
      }),
  FOLDED_AXIS(
      INVALID_AXIS,
      (exposure, random) -> {
        Samples seen = SampleFormat.PLAIN_TABLE.observe(exposure, random);
        double[] folded = seen.wavelength().clone();
        int half = folded.length / 2;
        System.arraycopy(seen.wavelength(), 0, folded, half, folded.length - half);
        Samples damaged = new Samples(folded, seen.flux(), seen.sigma());
        return SampleFormat.PLAIN_TABLE.convention().write(exposure, damaged);
      }),
  SKY_IMAGE(NOT_A_SPECTRUM, SkyImage::write),
  WRONG_TARGET(
      COORDINATE_PROXIMITY,
      (exposure, random) ->
          SampleFormat.SDSS.write(exposure.of(exposure.nova().displaced(1)), random)),
  UNKNOWN_UNIT(UNKNOWN_UNITS, edited(SampleFormat.PLAIN_TABLE, "TUNIT1", "TUNIT1  = 'furlong '")),
  UNKNOWN_CONVENTION(
      UNKNOWN_PROFILE,
      (exposure, random) -> {
        Samples seen = SampleFormat.LINEAR.observe(exposure, random);
        return FitsBytes.table(
            cards -> cards.signature(exposure).times(exposure).position(exposure),
            List.of(new Column("P", "", seen.wavelength()), new Column("Q", "", seen.flux())),
            cards -> cards.text("EXTNAME", "RESULT", "name of the table"));
      });

  private final QuarantineReason reason;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<Exposure, Random, byte[]> maker;

  Damage(QuarantineReason reason, BiFunction<Exposure, Random, byte[]> maker) {
    this.reason = reason;
    this.maker = maker;
  }

  /** A sound file but for the text of one card. */
  private static BiFunction<Exposure, Random, byte[]> edited(
      SampleFormat format, String key, String text) {
    return (exposure, random) -> CardEdit.replace(format.write(exposure, random), key, text);
  }

  /** The bytes of such a file, the same for the same random sequence. */
  byte[] make(Exposure exposure, Random random) {
    return maker.apply(exposure, random);
  }

  QuarantineReason reason() {
    return reason;
  }

  String fileName(Exposure exposure) {
    return "%s_%s.fits"
        .formatted(
            name().toLowerCase(Locale.ROOT).replace('_', '-'), exposure.nova().compactName());
  }

  /** Damages one card of a FITS file in place, where the library would refuse to write it. */
  static final class CardEdit {
    private static final int CARD = 80;

    private CardEdit() {}

    /** A copy of {@code file} whose first card {@code key} reads {@code text}. */
    static byte[] replace(byte[] file, String key, String text) {
      byte[] edited = file.clone();
      int at = offset(file, key);
      Arrays.fill(edited, at, at + CARD, (byte) ' ');
      byte[] ascii = text.getBytes(US_ASCII);
      System.arraycopy(ascii, 0, edited, at, ascii.length);
      return edited;
    }

    private static int offset(byte[] file, String key) {
      byte[] name = String.format("%-8s", key).getBytes(US_ASCII);
      for (int at = 0; at + CARD <= file.length; at += CARD) {
        if (Arrays.equals(name, 0, name.length, file, at, at + name.length)) {
          return at;
        }
      }
      throw new IllegalArgumentException(
          "Cannot damage card '%s': the file has none".formatted(key));
    }
  }

  /** A picture of the sky around a nova: a sound FITS file that is no spectrum. */
  private static final class SkyImage {
    private static final int SIZE = 96;
    private static final int STARS = 25;
    private static final double PIXEL_DEG = 0.0005;

    private SkyImage() {}

    static byte[] write(Exposure exposure, Random random) {
      return FitsBytes.image(
          pixels(random),
          cards -> {
            cards.signature(exposure).times(exposure);
            axis(cards, 1, "RA---TAN", exposure.nova().raDeg(), -PIXEL_DEG);
            axis(cards, 2, "DEC--TAN", exposure.nova().decDeg(), PIXEL_DEG);
            cards.text("BUNIT", "adu", "unit of the pixels");
          });
    }

    private static void axis(SampleCards cards, int axis, String type, double value, double step) {
      cards
          .text("CTYPE" + axis, type, "tangential projection")
          .text("CUNIT" + axis, "deg", "unit of the axis")
          .number("CRVAL" + axis, value, "position at the reference pixel")
          .number("CRPIX" + axis, SIZE / 2.0, "reference pixel")
          .number("CDELT" + axis, step, "pixel size");
    }

    private static short[][] pixels(Random random) {
      short[][] pixels = new short[SIZE][SIZE];
      for (short[] row : pixels) {
        for (int x = 0; x < SIZE; x++) {
          row[x] = (short) (200 + 8 * random.nextGaussian());
        }
      }
      for (int star = 0; star < STARS; star++) {
        int x = 1 + random.nextInt(SIZE - 2);
        int y = 1 + random.nextInt(SIZE - 2);
        int peak = 300 + random.nextInt(8000);
        shine(pixels, x, y, peak);
      }
      return pixels;
    }

    private static void shine(short[][] pixels, int x, int y, int peak) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int share = 1 << (dx * dx + dy * dy);
          pixels[y + dy][x + dx] = (short) Math.min(30_000, pixels[y + dy][x + dx] + peak / share);
        }
      }
    }
  }
}
