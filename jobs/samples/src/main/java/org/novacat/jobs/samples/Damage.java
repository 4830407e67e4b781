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
}
