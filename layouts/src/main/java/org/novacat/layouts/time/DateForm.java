package org.novacat.layouts.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a day is written. Where a text could be two days, {@code 05/06/2023}, it is
 * none.
 */
enum DateForm {
  /** Year, month, day; also with slashes, points and blanks. */
  YEAR_FIRST("(?<y>\\d{4})([-/. ])(?<m>\\d{1,2})\\2(?<d>\\d{1,2}(?:\\.\\d+)?)"),
  COMPACT("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)"),
  YEAR_NAME_DAY("(?<y>\\d{4})[-/. ](?<m>[A-Za-z]{3,9})\\.?[-/. ](?<d>\\d{1,2}(?:\\.\\d+)?)"),
  DAY_NAME_YEAR("(?<d>\\d{1,2}(?:\\.\\d+)?)[-/. ]?(?<m>[A-Za-z]{3,9})\\.?[-/. ,]{0,2}(?<y>\\d{4})"),
  NAME_DAY_YEAR("(?<m>[A-Za-z]{3,9})\\.? (?<d>\\d{1,2}(?:\\.\\d+)?),? (?<y>\\d{4})"),
  /** Day and month where one of them is above 12 or both are the same. */
  YEAR_LAST("(?<d>\\d{1,2})([-/.])(?<m>\\d{1,2})\\2(?<y>\\d{4})"),
  /**
   * The form of FITS before 2000, of the 20th century by the standard (FITS 4.0, section 9.1.1 and
   * 4.4.2.1). Below 50 it may be of the 21st, because writers outlived the rule.
   */
  OLD_FITS("(?<d>\\d\\d)/(?<m>\\d\\d)/(?<y>[5-9]\\d)");

  private static final List<String> MONTHS =
      List.of("jan feb mar apr may jun jul aug sep oct nov dec".split(" "));
  private static final List<String> LONG_MONTHS =
      List.of(
          "january february march april may june july august september october november december sept"
              .split(" "));

  private final Pattern pattern;

  DateForm(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** The day, which may have a fraction; null when the text is none of this form. */
  @Nullable Moment read(String text) {
    Matcher m = pattern.matcher(text);
    if (!m.matches()) {
      return null;
    }
    OptionalInt month = month(m.group("m"));
    if (month.isEmpty()) {
      return null;
    }
    double number = Double.parseDouble(m.group("d"));
    int day = (int) number;
    return this == YEAR_LAST
        ? either(year(m), month.getAsInt(), day)
        : moment(year(m), month.getAsInt(), day, m.group("d"));
  }

  private int year(Matcher m) {
    int year = Integer.parseInt(m.group("y"));
    return this == OLD_FITS ? 1900 + year : year;
  }

  /** Day first or month first, where only one of them can be meant. */
  private static @Nullable Moment either(int year, int month, int day) {
    Moment dayFirst = moment(year, month, day, "");
    Moment monthFirst = moment(year, day, month, "");
    if (dayFirst != null && monthFirst != null && day != month) {
      return null;
    }
    return dayFirst != null ? dayFirst : monthFirst;
  }

  private static @Nullable Moment moment(int year, int month, int day, String written) {
    try {
      double mjd = LocalDate.of(year, month, day).getLong(JulianFields.MODIFIED_JULIAN_DAY);
      int point = written.indexOf('.');
      return point < 0
          ? new Moment(mjd, 1, false, false, "")
          : new Moment(
              mjd + Double.parseDouble("0" + written.substring(point)),
              Math.pow(10, -(written.length() - point - 1)),
              true,
              false,
              "");
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static OptionalInt month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    String name = text.toLowerCase(Locale.ROOT);
    boolean known = MONTHS.contains(name) || LONG_MONTHS.contains(name);
    return known ? OptionalInt.of(MONTHS.indexOf(name.substring(0, 3)) + 1) : OptionalInt.empty();
  }
}
