package org.novacat.transforms.photometry.read.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * What a column or a comment that nobody understood could change in the rows beside it. Each of
 * these costs the rows their good quality; a column that could turn limits into detections is
 * settled before, by the finder of limits, which refuses the file.
 */
enum Suspicion {
  LIMITS(
      "could say which values are limits",
      "limit limits lim uplim upper ul det detected detection nondet nondetection fainter"),
  SYSTEM(
      "could give the values another system or zero point",
      "sys system magsys photsys zp zpsys zpt zeropoint zero calib calibration calibrated"),
  TIMES("could move the times", "zone tz timezone offset clock"),
  KIND(
      "could say that values are no plain measurements",
      "diff differential delta corr corrected correction dered dereddened extinction"
          + " synthetic step mtype kcorr"),
  QUALITY(
      "could say which values are bad",
      "flag flags qual quality qc mask masked bad sat saturated saturation blend blended warn"
          + " warning status good reject rejected use usable valid"),
  VALUES("has two or three values, as a flag has", "");

  /** Rows that are needed for each value before few values mean anything. */
  private static final int ROWS_PER_VALUE = 4;

  private static final Set<String> SIGNS =
      Set.of("<", ">", ":", "?", "*", "!", "y", "n", "yes", "no", "t", "f", "true", "false");

  private final String what;

  /** Each between blanks. */
  private final String words;

  Suspicion(String what, String words) {
    this.what = what;
    this.words = " " + words + " ";
  }

  /** What it could change, for people. */
  String what() {
    return what;
  }

  /** What a column could change by its name, else by its values; empty when nothing. */
  static Optional<Suspicion> of(UploadColumn column, Sample sample, int index) {
    Optional<Suspicion> named = of(column.name());
    return named.isPresent()
        ? named
        : hasFewValues(sample, index) ? Optional.of(VALUES) : Optional.empty();
  }

  /** What a name speaks of. */
  static Optional<Suspicion> of(String name) {
    for (String word : words(name)) {
      for (Suspicion suspicion : values()) {
        if (!word.isEmpty() && suspicion.words.contains(" " + word + " ")) {
          return Optional.of(suspicion);
        }
      }
    }
    return Optional.empty();
  }

  /** Words of a name, cut where the case changes and where no letter stands. */
  private static String[] words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z]+");
  }

  private static boolean hasFewValues(Sample sample, int index) {
    Set<String> values = sample.kinds(index);
    boolean signs = values.stream().map(v -> v.toLowerCase(Locale.ROOT)).anyMatch(SIGNS::contains);
    boolean few = values.size() == 2 || values.size() == 3;
    return (signs && values.size() <= 3)
        || (few && sample.size() >= ROWS_PER_VALUE * values.size());
  }
}
