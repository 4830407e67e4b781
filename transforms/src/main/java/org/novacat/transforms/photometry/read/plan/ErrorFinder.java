package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;

/** Finds the columns of errors that belong to columns of values. */
final class ErrorFinder {
  /** Before the name of a value, in plain letters. */
  private static final List<String> BEFORE =
      List.of(
          "e",
          "err",
          "error",
          "errorin",
          "sigma",
          "sig",
          "d",
          "unc",
          "uncertainty",
          "stderr",
          "σ",
          "δ");

  /** Behind it. */
  private static final List<String> BEHIND =
      List.of(
          "err",
          "error",
          "sigma",
          "sig",
          "unc",
          "uncertainty",
          "e",
          "uncert",
          "stderr",
          "stddev",
          "fehler",
          "σ");

  private static final String WORD = "(?:e|err|error|sigma|sig|unc|uncertainty|uncert)";

  private static final Pattern LOW =
      Pattern.compile(
          WORD
              + "_?(?:lo|low|lower|minus|neg|negative|down|below|inf|m|n|l)"
              + "|(?:lo|low|lower|minus|neg|negative|down|below|m|n)"
              + WORD);

  private static final Pattern HIGH =
      Pattern.compile(
          WORD
              + "_?(?:hi|high|upper|up|plus|pos|positive|above|sup|p|u|h)"
              + "|(?:hi|high|upper|up|plus|pos|positive|above|p)"
              + WORD);

  /** In brackets behind a name, where units stand. */
  private static final Pattern NO_UNIT =
      Pattern.compile(
          "(?i)[-+−±]|±.*|err|error|lo|low|lower|hi|high|upper|pos|neg|plus|minus|positive|negative");

  private static final Pattern SIGN =
      Pattern.compile("^[\\s(]*([-+−])(?!/).*|.*[^/\\p{L}]*([-+−])[\\s)]*$");

  /** What names of errors say of their unit. */
  private static final Pattern UNIT =
      Pattern.compile(
          "^(?:rel|relative|frac|fractional)|(?:(?<=err|error)mmag|[munµμ]?jy|percent|pct)$");

  private final Roles roles;
  private final Sample sample;

  ErrorFinder(Roles roles, Sample sample) {
    this.roles = roles;
    this.sample = sample;
  }

  /** Whether a name is one of an error, of whatever. */
  static boolean isError(UploadColumn column) {
    String plain = column.plain();
    return column.ucd().startsWith("stat.error")
        || Synonyms.ERRORS.contains(plain)
        || column.name().startsWith("e_")
        || plain.endsWith("err")
        || plain.endsWith("error");
  }

  /** Whether a column is named as the error of a value of this name is. */
  static boolean isErrorOf(UploadColumn column, String value) {
    return NameRest.of(called(column), value).stream().anyMatch(ErrorFinder::isErrorWord);
  }

  private static boolean isErrorWord(NameRest rest) {
    return (rest.before() ? BEFORE : BEHIND).contains(rest.word().toLowerCase(Locale.ROOT));
  }

  void find() {
    List<Integer> values = new ArrayList<>(roles.all(Role.VALUE));
    values.addAll(roles.all(Role.FLUX));
    values.addAll(roles.all(Role.BAND_VALUE));
    given(values);
    for (int value : values) {
      sides(value, values.size() == 1);
    }
    for (int value : values) {
      if (roles.errorOf(value) < 0) {
        byName(value);
      }
    }
    for (int value : values) {
      if (roles.errorOf(value) < 0 && !hasSides(value)) {
        byKind(value, values.size());
      }
    }
  }

  private void given(List<Integer> values) {
    int given = roles.index(Role.ERROR);
    if (given >= 0 && !values.isEmpty() && roles.errorOf(values.get(0)) < 0) {
      roles.partner(values.get(0), given, roles.uses().get(given).reason());
    }
  }

  private boolean hasSides(int value) {
    return roles.besideOf(value, Role.ERROR_LOW) >= 0
        && roles.besideOf(value, Role.ERROR_HIGH) >= 0;
  }

  /** Named after the value: e_V, V_err, Verr, err_V, sigma_V. Case matters, as it does in bands. */
  private void byName(int value) {
    String name = roles.column(value).name();
    for (int i = 0; i < roles.size(); i++) {
      int column = i;
      if (roles.isFree(i)
          && NameRest.of(called(roles.column(i)), name).stream()
              .anyMatch(rest -> isPartner(column, rest))) {
        roles.partner(value, i, "the error of '%s' by its name".formatted(name));
        return;
      }
    }
  }

  private boolean isPartner(int column, NameRest rest) {
    String word = rest.word().toLowerCase(Locale.ROOT);
    boolean uncertainty = rest.before() && word.equals("u") && rest.apart() && isDecimal(column);
    return uncertainty || isErrorWord(rest);
  }

  /** An uncertainty by the name of u_V is a number, the flag of the CDS by that name is none. */
  private boolean isDecimal(int column) {
    return sample.kinds(column).stream().anyMatch(cell -> cell.matches("\\d*[.,]\\d+"));
  }

  /** The name with what stands in brackets behind it and is no unit. */
  private static String called(UploadColumn column) {
    return NO_UNIT.matcher(column.unit()).matches()
        ? column.name() + " " + column.unit()
        : column.name();
  }

  /** By UCD or a name that errors have; in a wide table only the next column counts. */
  private void byKind(int value, int values) {
    boolean wide = values > 1 && !roles.bandOf(value).isEmpty();
    boolean flux =
        roles.column(value).plain().contains("flux")
            || (roles.has(Role.FLUX) && !roles.has(Role.VALUE));
    int from = wide ? value + 1 : 0;
    int to = wide ? Math.min(value + 2, roles.size()) : roles.size();
    for (int i = from; i < to; i++) {
      UploadColumn column = roles.column(i);
      String plain = column.plain();
      boolean fits =
          !(flux ? plain.contains("mag") : plain.contains("flux") || plain.contains("jy"));
      if (roles.isFree(i) && fits && isKind(column) && !isSigns(i)) {
        roles.partner(value, i, "the error of '%s'".formatted(roles.column(value).name()));
        return;
      }
    }
  }

  /** A column of the sign ± alone, which blanks cut off. */
  private boolean isSigns(int column) {
    return !sample.kinds(column).isEmpty()
        && sample.kinds(column).stream().allMatch(cell -> cell.matches("±|\\+/?-"));
  }

  private static boolean isKind(UploadColumn column) {
    String ucd = column.ucd();
    return ucd.isEmpty()
        ? Synonyms.ERRORS.contains(UNIT.matcher(column.plain()).replaceAll(""))
            || column.name().matches("±|\\+/-")
        : ucd.startsWith("stat.error") && ucd.contains("phot");
  }

  /** Errors of two sides; in the tables of the CDS e_V is the lower one where E_V stands beside. */
  private void sides(int value, boolean alone) {
    int low = -1;
    int high = -1;
    for (int i = 0; i < roles.size(); i++) {
      String side = roles.isFree(i) ? side(value, i, alone) : "";
      low = side.equals("low") && low < 0 ? i : low;
      high = side.equals("high") && high < 0 ? i : high;
    }
    String name = roles.column(value).name();
    if (low >= 0 && high >= 0) {
      roles.beside(value, Role.ERROR_LOW, low, "the error below '%s'".formatted(name));
      roles.beside(value, Role.ERROR_HIGH, high, "the error above '%s'".formatted(name));
    }
  }

  /** "low", "high", or "" when a column is neither. */
  private String side(int value, int column, boolean alone) {
    String name = called(roles.column(column));
    List<NameRest> rests = NameRest.of(name, roles.column(value).name());
    for (NameRest rest : rests) {
      String cds = rest.before() && hasBothCases(value) ? rest.word() : "";
      String side = cds.equals("E") ? "high" : cds.equals("e") ? "low" : side(name, rest.word());
      if (!side.isEmpty()) {
        return side;
      }
    }
    return alone ? side(name, NameRest.letters(name)) : "";
  }

  private static String side(String name, String rest) {
    String word = rest.toLowerCase(Locale.ROOT);
    Matcher sign = SIGN.matcher(name);
    if (sign.matches() && word.matches(WORD + "(?:mag|flux)?")) {
      return "+".equals(sign.group(1)) || "+".equals(sign.group(2)) ? "high" : "low";
    }
    return LOW.matcher(word).matches() ? "low" : HIGH.matcher(word).matches() ? "high" : "";
  }

  private boolean hasBothCases(int value) {
    return isThere("e", value) && isThere("E", value);
  }

  private boolean isThere(String word, int value) {
    String name = roles.column(value).name();
    return IntStream.range(0, roles.size())
        .filter(roles::isFree)
        .mapToObj(i -> NameRest.of(roles.column(i).name(), name))
        .flatMap(List::stream)
        .anyMatch(rest -> rest.before() && rest.word().equals(word));
  }
}
