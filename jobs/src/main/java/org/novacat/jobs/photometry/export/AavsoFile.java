package org.novacat.jobs.photometry.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.photometry.export.AavsoTally.AavsoGap;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * Writes the AAVSO Extended File Format, version 1.2 (aavso.org/aavso-extended-file-format): the
 * six parameters that its section Parameters requires, and the fifteen fields of its section Data.
 * What the table does not know is {@code na}; what the format has no field for stands in NOTES, as
 * {@code |KEY=value|}. Numbers are rounded where they are longer than their fields.
 */
final class AavsoFile {
  static final String NOT_KNOWN = "na";

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_DATE = 16;
  private static final int LONGEST_MAGNITUDE = 8;
  private static final int LONGEST_ERROR = 6;

  private final Writer out;
  private final AavsoTimes times;
  private final AavsoTally tally;

  AavsoFile(Writer out, AavsoTimes times, AavsoTally tally) {
    this.out = out;
    this.times = times;
    this.tally = tally;
  }

  /**
   * Writes the parameters.
   *
   * @param observer code of the observer; {@code na} when there is more than one
   * @param comments lines for people
   */
  void head(String observer, List<String> comments) throws IOException {
    line("#TYPE=EXTENDED");
    line("#OBSCODE=" + clean(observer));
    line("#SOFTWARE=novacat " + Version.current());
    line("#DELIM=,");
    line("#DATE=" + times);
    line("#OBSTYPE=CCD");
    for (String comment : comments) {
      line("# " + comment);
    }
    line("#NAME,DATE,MAG,MERR,FILT,TRANS,MTYPE,CNAME,CMAG,KNAME,KMAG,AMASS,GROUP,CHART,NOTES");
  }

  /** Writes a row, or counts it as one that cannot be written. */
  void row(PhotometryRow row) throws IOException {
    AavsoGap gap = gap(row, times);
    if (gap != null) {
      tally.leftOut(gap);
      return;
    }
    Measurement measured = row.measurement();
    Brightness brightness = measured.brightness();
    tally.written(AavsoTimes.isAssumed(measured.epoch()));
    line(
        String.join(
            ",",
            cut(clean(row.nova().primaryName()), LONGEST_NAME),
            number(Numbers.julian(measured.epoch().mjd()), LONGEST_DATE),
            magnitude(brightness),
            error(brightness.error()),
            AavsoBands.code(row.band().bandId()).orElseThrow(),
            "NO,STD,na,na,na,na,na,na,na",
            new Notes(row).text()));
  }

  /**
   * Why a row cannot be in a file; null when it can.
   *
   * @param times what the file counts in; null when that is still open
   */
  static @Nullable AavsoGap gap(PhotometryRow row, @Nullable AavsoTimes times) {
    Measurement measured = row.measurement();
    if (measured.brightness().quantity() != Quantity.MAGNITUDE) {
      return AavsoGap.NO_MAGNITUDE;
    }
    if (AavsoBands.code(row.band().bandId()).isEmpty()) {
      return AavsoGap.NO_CODE_OF_THE_BAND;
    }
    String system = measured.magSystem();
    if (system != null && !system.equals(usualSystem(row.band().bandId()))) {
      return AavsoGap.OTHER_MAGNITUDE_SYSTEM;
    }
    return gap(measured.epoch(), times);
  }

  private static @Nullable AavsoGap gap(Epoch epoch, @Nullable AavsoTimes times) {
    Optional<AavsoTimes> own = AavsoTimes.of(epoch);
    if (own.isEmpty()) {
      return AavsoGap.NO_JD_OR_HJD;
    }
    return times == null || own.get() == times ? null : AavsoGap.OTHER_TIMES;
  }

  private static String usualSystem(String bandId) {
    return BandRegistry.standard().find(bandId).map(Band::magSystem).orElse("");
  }

  private String magnitude(Brightness brightness) {
    Double limit = brightness.limit();
    Double value = brightness.value();
    return limit != null
        ? "<" + number(Numbers.exact(limit), LONGEST_MAGNITUDE - 1)
        : number(Numbers.exact(value == null ? Double.NaN : value), LONGEST_MAGNITUDE);
  }

  private String error(@Nullable Double error) {
    return error == null ? NOT_KNOWN : number(Numbers.exact(error), LONGEST_ERROR);
  }

  private String number(BigDecimal number, int longest) {
    Numbers.Field field = Numbers.field(number, longest);
    tally.rounded(field.rounded());
    return field.text();
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  /** Without what divides fields and lines. */
  static String clean(String text) {
    return text.replaceAll("\\R", " ").replace(',', ';').strip();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** What is left to say of a row, as the field NOTES takes it. */
  private static final class Notes {
    private final StringBuilder text = new StringBuilder();
    private final PhotometryRow row;

    Notes(PhotometryRow row) {
      this.row = row;
    }

    /** The field; {@code na} when there is nothing to say. */
    String text() {
      Origin origin = row.measurement().origin();
      Brightness brightness = row.measurement().brightness();
      add("OBSERVER", origin.observer());
      add("BIBCODE", origin.bibcode());
      add("DOI", origin.doi());
      add("MERRLO", brightness.errorLow());
      add("MERRHI", brightness.errorHigh());
      add("SIGMA", brightness.limitSigma());
      int quality = row.measurement().qualityFlag();
      add("QUALITY", quality == 0 ? "" : Integer.toString(quality));
      add("NOTES", row.measurement().notes());
      return text.isEmpty() ? NOT_KNOWN : text.append('|').toString();
    }

    private void add(String key, @Nullable Double value) {
      add(key, value == null ? "" : value.toString());
    }

    private void add(String key, String value) {
      String clean = clean(value).replace('|', ' ');
      if (!clean.isEmpty()) {
        text.append('|').append(key).append('=').append(clean);
      }
    }
  }

  /** Numbers as fields of a file of the AAVSO can hold them. */
  private static final class Numbers {
    private static final BigDecimal MJD_ZERO = new BigDecimal("2400000.5");

    private Numbers() {}

    /** A field, and whether digits were lost. */
    record Field(String text, boolean rounded) {}

    /** The Julian Date of an MJD, in decimals that nothing was lost from. */
    static BigDecimal julian(double mjd) {
      return exact(mjd).add(MJD_ZERO);
    }

    /** The decimals that a number reads back from. */
    static BigDecimal exact(double number) {
      return new BigDecimal(Double.toString(number));
    }

    /** A number with a point, rounded where it is longer than the field. */
    static Field field(BigDecimal number, int longest) {
      BigDecimal plain = number.scale() < 1 ? number.setScale(1) : number;
      int tooMany = plain.toPlainString().length() - longest;
      if (tooMany <= 0) {
        return new Field(plain.toPlainString(), false);
      }
      BigDecimal rounded =
          plain.setScale(Math.max(1, plain.scale() - tooMany), RoundingMode.HALF_EVEN);
      return new Field(rounded.toPlainString(), rounded.compareTo(number) != 0);
    }
  }

  /**
   * The codes that the AAVSO has for bands (AAVSO Extended File Format 1.2, data field FILTER),
   * those that mean exactly one entry of the registry. Bands that are only like one of them, such
   * as that of a telescope, have none.
   */
  static final class AavsoBands {
    private static final Map<String, String> CODES =
        Map.ofEntries(
            Map.entry("Generic_U", "U"),
            Map.entry("Generic_B", "B"),
            Map.entry("Generic_V", "V"),
            Map.entry("Generic_Rc", "R"),
            Map.entry("Generic_Ic", "I"),
            Map.entry("Johnson_R", "RJ"),
            Map.entry("Johnson_I", "IJ"),
            Map.entry("Generic_J", "J"),
            Map.entry("Generic_H", "H"),
            Map.entry("Generic_K", "K"),
            Map.entry("Generic_Halpha", "HA"),
            Map.entry("DSLR_TB", "TB"),
            Map.entry("DSLR_TG", "TG"),
            Map.entry("DSLR_TR", "TR"),
            Map.entry("Clear_V", "CV"),
            Map.entry("Clear_R", "CR"),
            Map.entry("SLOAN_SDSS_u", "SU"),
            Map.entry("SLOAN_SDSS_g", "SG"),
            Map.entry("SLOAN_SDSS_r", "SR"),
            Map.entry("SLOAN_SDSS_i", "SI"),
            Map.entry("SLOAN_SDSS_z", "SZ"),
            Map.entry("Stromgren_u", "STU"),
            Map.entry("Stromgren_v", "STV"),
            Map.entry("Stromgren_b", "STB"),
            Map.entry("Stromgren_y", "STY"),
            Map.entry("PS1_z", "ZS"),
            Map.entry("PS1_y", "Y"));

    private AavsoBands() {}

    static Map<String, String> codes() {
      return CODES;
    }

    static Optional<String> code(String bandId) {
      return Optional.ofNullable(CODES.get(bandId));
    }
  }
}
