package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * What a column or a comment that nobody understood could change in the rows beside it. Each of
 * these costs the rows their good quality. A column whose name is that of a flag of limits never
 * comes here: the finder of limits takes it, and its cells that nobody knows reject their rows.
 */
enum Suspicion {
  LIMITS(
      "could say which values are limits",
      "limit limits lim uplim upper ul det detected detection nondet nondetection fainter"),
  SYSTEM(
      "could give the values another system, unit or zero point",
      "unit units sys system magsys photsys zp zpsys zpt zeropoint zero calib calibration calibrated"),
  TIMES("could move the times", "zone tz timezone offset clock"),
  KIND(
      "could say that values are no plain measurements",
      "diff differential difference delta corr corrected correction dered dereddened extinction"
          + " synthetic step mtype kcorr instrumental absolute"),
  QUALITY(
      "could say which values are bad",
      "flag flags qual quality qc mask masked bad sat saturated saturation blend blended warn"
          + " warning status good reject rejected use usable valid"),
  VALUES("has two or three values, as a flag has", "");

  /** Rows that are needed for each value before few longer values mean anything. */
  private static final int ROWS_PER_VALUE = 4;

  private static final int MOST_VALUES = 3;

  /** A letter or two, or one figure: however few rows have them, they stand for something. */
  private static final Pattern CODE = Pattern.compile("\\p{L}{1,2}|\\d");

  /** Words of which each says the opposite of another, in the languages of those who upload. */
  /** A number that is no code. */
  private static final Pattern MEASURED = Pattern.compile("\\d+[.,]\\d+");

  private static final Set<String> SIGNS =
      Set.of(
          ("y n yes no t f true false ja nein oui non si sì sí да нет tak nie sim não 是 否 はい"
                  + " いいえ positive negative pos neg pass fail passed failed valid invalid")
              .split(" "));

  /** A sign alone, such as the bracket of a note. */
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}\\s.–—-]{1,3}");

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

  /**
   * What a sidecar says of a column, for each thing that the column may be.
   *
   * @param quoted its name or number between quotation marks
   * @param cells what its cells say
   */
  String remedy(String quoted, Set<String> cells) {
    String nothing =
        "{\"columns\": {%s: \"none\"}} where it says nothing of the values".formatted(quoted);
    return switch (this) {
      case LIMITS, VALUES -> ofLimits(quoted, List.copyOf(cells)) + ", " + nothing;
      case QUALITY ->
          "{\"columns\": {%s: \"quality\"}} where other cells than 0 are bad, ".formatted(quoted)
              + ofLimits(quoted, List.copyOf(cells))
              + ", "
              + nothing;
      case SYSTEM, TIMES, KIND -> nothing;
    };
  }

  private static String ofLimits(String quoted, List<String> cells) {
    if (cells.stream().allMatch(cell -> MEASURED.matcher(cell).matches())) {
      return "{\"columns\": {%s: \"limit\"}} where it has the limits that values do not reach"
          .formatted(quoted);
    }
    String values =
        IntStream.range(0, Math.min(cells.size(), MOST_VALUES))
            .mapToObj(
                i ->
                    "\"%s\": \"%s\""
                        .formatted(
                            cells.get(i).replaceAll("[\"\\\\]", ""),
                            i == Math.min(cells.size(), MOST_VALUES) - 1 ? "limit" : "detection"))
            .collect(Collectors.joining(", "));
    return "{\"columns\": {%s: \"limit-flag\"}, \"limit-values\": {%s}} where it says so which values are limits"
        .formatted(quoted, values);
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

  private static boolean isSign(String cell) {
    return SIGNS.contains(cell.toLowerCase(Locale.ROOT)) || SIGN.matcher(cell).matches();
  }

  /** An empty cell is a value too: so do flags say no. */
  private static boolean hasFewValues(Sample sample, int index) {
    Set<String> texts = sample.kinds(index);
    boolean signs = texts.stream().anyMatch(Suspicion::isSign);
    int values = texts.size() + (sample.hasEmpty(index) && !texts.isEmpty() ? 1 : 0);
    boolean few = values == 2 || values == MOST_VALUES;
    boolean codes = texts.stream().allMatch(text -> CODE.matcher(text).matches());
    return (signs && texts.size() <= MOST_VALUES)
        || (few && (codes || sample.size() >= ROWS_PER_VALUE * values));
  }
}
