package org.novacat.jobs.samples.photometry;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;
import org.novacat.layouts.photometry.FileRefusalCode;

/** What is wrong with a file that was damaged on purpose, and what should become of it. */
public enum CurveDamage {
  /** Half a day and whole millennia are not for guessing. */
  EPOCH_AMBIGUOUS(
      new Outcome.Refused(FileRefusalCode.TOO_MANY_REJECTED_ROWS),
      (curve, seen) -> table(seen, "star,t,mag,err,band", one -> row(curve, one, one.mjd(), "V"))),
  TIME_REFERENCE_MISSING(
      new Outcome.Refused(FileRefusalCode.TIME_REFERENCE_MISSING),
      (curve, seen) ->
          table(
              seen,
              "READ SERR 1 2",
              one -> Text.format("%.4f 0.01 1.0E-12 2.0E-13", one.mjd() - curve.maximumMjd()))),
  /** Every third row has a band that nobody knows; the others enter. */
  BAND_UNKNOWN(
      new Outcome.Accepted(2 * CurveDamage.ROWS / 3, CurveDamage.ROWS / 3, 0),
      (curve, seen) -> sound(curve, seen, one -> seen.indexOf(one) % 3 == 1 ? "Xq7" : "V")),
  BAND_MISSING(
      new Outcome.Refused(FileRefusalCode.MISSING_REQUIRED_COLUMN),
      (curve, seen) ->
          table(
              seen,
              "star,JD,mag",
              one -> Text.format("%s,%.5f,%.3f", curve.nova().name(), one.jd(), one.magnitude()))),
  NOBODY_KNOWS_IT(
      new Outcome.Refused(FileRefusalCode.OBJECT_MISSING),
      (curve, seen) ->
          sound(curve, seen, one -> "V").replace(curve.nova().name(), "Nova Nowhere 1899")),
  HEADER_ONLY(
      new Outcome.Refused(FileRefusalCode.NO_DATA_ROWS),
      (curve, seen) -> sound(curve, List.of(), one -> "V")),
  HTML_PAGE(
      new Outcome.Refused(FileRefusalCode.UNRECOGNIZED_FORMAT),
      (curve, seen) ->
          "<html><head><title>404 Not Found</title></head><body>%s</body></html>\n"
              .formatted(curve.nova().name())),
  /** Two rows of a tired observer, and one that stands twice; the others enter. */
  SLIPS_OF_THE_PEN(
      new Outcome.Accepted(CurveDamage.ROWS - 1, 2, 1),
      (curve, seen) -> {
        String[] lines = sound(curve, seen, one -> "V").split("\n", -1);
        lines[3] = lines[3].replaceFirst(",[0-9.]+,", ",last night,");
        lines[5] = lines[5].replaceFirst(",[^,]+,([^,]*,V)$", ",faint,$1");
        return String.join("\n", lines) + lines[7] + "\n";
      }),
  EMPTY(new Outcome.NotRegistered(), (curve, seen) -> "");

  /** Rows of each such table; a multiple of three. */
  static final int ROWS = 12;

  @SuppressWarnings("ImmutableEnumChecker") // outcomes are records of values
  private final Outcome outcome;

  @SuppressWarnings("ImmutableEnumChecker") // a function
  private final BiFunction<LightCurve, List<CurvePoint>, String> text;

  CurveDamage(Outcome outcome, BiFunction<LightCurve, List<CurvePoint>, String> text) {
    this.outcome = outcome;
    this.text = text;
  }

  /** The file, made of {@link #ROWS} detections. */
  String text(LightCurve curve, List<CurvePoint> seen) {
    return text.apply(curve, seen);
  }

  Outcome outcome() {
    return outcome;
  }

  public String fileName() {
    String suffix = this == TIME_REFERENCE_MISSING ? ".qdp" : ".csv";
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + suffix;
  }

  private static String table(
      List<CurvePoint> seen, String header, Function<CurvePoint, String> row) {
    return Stream.concat(Stream.of(header), seen.stream().map(row))
        .collect(joining("\n", "", "\n"));
  }

  /** A table in which at most the bands are wrong. */
  private static String sound(
      LightCurve curve, List<CurvePoint> seen, Function<CurvePoint, String> band) {
    return table(seen, "star,JD,mag,err,band", one -> row(curve, one, one.jd(), band.apply(one)));
  }

  private static String row(LightCurve curve, CurvePoint one, double time, String band) {
    return Text.format(
        "%s,%.5f,%.3f,%.3f,%s", curve.nova().name(), time, one.magnitude(), one.error(), band);
  }
}
