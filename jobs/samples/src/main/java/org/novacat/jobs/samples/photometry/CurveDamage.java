package org.novacat.jobs.samples.photometry;

import java.util.List;
import java.util.Locale;
import org.novacat.layouts.photometry.FileRefusalCode;

/** What is wrong with a file that was damaged on purpose, and what should become of it. */
public enum CurveDamage {
  /** Half a day and whole millennia are not for guessing. */
  EPOCH_AMBIGUOUS("csv", new Outcome.Refused(FileRefusalCode.TOO_MANY_REJECTED_ROWS)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return table(seen, "star,t,mag,err,band", one -> row(curve, one, one.mjd(), "V"));
    }
  },
  TIME_REFERENCE_MISSING("qdp", new Outcome.Refused(FileRefusalCode.TIME_REFERENCE_MISSING)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return table(
          seen,
          "READ SERR 1 2",
          one -> Dialect.format("%.4f 0.01 1.0E-12 2.0E-13", one.mjd() - curve.maximumMjd()));
    }
  },
  /** Every third row has a band that nobody knows; the others enter. */
  BAND_UNKNOWN("csv", new Outcome.Accepted(2 * CurveDamage.ROWS / 3, CurveDamage.ROWS / 3, 0)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return table(
          seen, HEADER, one -> row(curve, one, one.jd(), seen.indexOf(one) % 3 == 1 ? "Xq7" : "V"));
    }
  },
  BAND_MISSING("csv", new Outcome.Refused(FileRefusalCode.MISSING_REQUIRED_COLUMN)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return table(
          seen,
          "star,JD,mag",
          one -> Dialect.format("%s,%.5f,%.3f", curve.nova().name(), one.jd(), one.magnitude()));
    }
  },
  NOBODY_KNOWS_IT("csv", new Outcome.Refused(FileRefusalCode.OBJECT_MISSING)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return table(seen, HEADER, one -> row(curve, one, one.jd(), "V"))
          .replace(curve.nova().name(), "Nova Nowhere 1899");
    }
  },
  HEADER_ONLY("csv", new Outcome.Refused(FileRefusalCode.NO_DATA_ROWS)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return HEADER + "\n";
    }
  },
  HTML_PAGE("csv", new Outcome.Refused(FileRefusalCode.UNRECOGNIZED_FORMAT)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return "<html><head><title>404 Not Found</title></head><body>"
          + curve.nova().name()
          + "</body></html>\n";
    }
  },
  /** Two rows of a tired observer, and one that stands twice; the others enter. */
  SLIPS_OF_THE_PEN("csv", new Outcome.Accepted(CurveDamage.ROWS - 1, 2, 1)) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      String[] lines = table(seen, HEADER, one -> row(curve, one, one.jd(), "V")).split("\n", -1);
      lines[3] = lines[3].replaceFirst(",[0-9.]+,", ",last night,");
      lines[5] = lines[5].replaceFirst(",[^,]+,([^,]*,V)$", ",faint,$1");
      return String.join("\n", lines) + lines[7] + "\n";
    }
  },
  EMPTY("csv", new Outcome.NotRegistered()) {
    @Override
    String text(LightCurve curve, List<CurvePoint> seen) {
      return "";
    }
  };

  /** Rows of each such table; a multiple of three. */
  static final int ROWS = 12;

  private static final String HEADER = "star,JD,mag,err,band";

  private final String suffix;

  @SuppressWarnings("ImmutableEnumChecker") // outcomes are records of values
  private final Outcome outcome;

  CurveDamage(String suffix, Outcome outcome) {
    this.suffix = suffix;
    this.outcome = outcome;
  }

  /** The file, made of {@link #ROWS} detections. */
  abstract String text(LightCurve curve, List<CurvePoint> seen);

  Outcome outcome() {
    return outcome;
  }

  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + suffix;
  }

  private interface Row {
    String of(CurvePoint one);
  }

  private static String table(List<CurvePoint> seen, String header, Row row) {
    StringBuilder text = new StringBuilder(header + "\n");
    seen.forEach(one -> text.append(row.of(one)).append('\n'));
    return text.toString();
  }

  private static String row(LightCurve curve, CurvePoint one, double time, String band) {
    return Dialect.format(
        "%s,%.5f,%.3f,%.3f,%s", curve.nova().name(), time, one.magnitude(), one.error(), band);
  }
}
