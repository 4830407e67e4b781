package org.novacat.transforms.photometry.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in figures or words to Modified Julian Dates, the day cut at midnight as the text does. */
final class CalendarDates {
  /** MJD of 1970-01-01. */
  private static final long EPOCH_DAY = 40_587;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d*)?))?)?"
              + "\\s*(?:Z|UTC?|[+]00:?00)?");

  /**
   * {@code 1901 Feb 22.80}, {@code 1901-02-22.80}, {@code 1901/02/22.8}, {@code 1901 February 22}.
   */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/. ]+([A-Za-z]{3,9}\\.?|\\d{1,2})[-/. ]+(\\d{1,2}(?:\\.\\d*)?)(?:\\s*UTC?)?");

  /** {@code 22.80 Feb 1901}; figures alone would leave day and month open. */
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2}(?:\\.\\d*)?)[- ]+([A-Za-z]{3,9})\\.?[- ]+(\\d{4})(?:\\s*UTC?)?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private CalendarDates() {}

  /** Whether it is written as ISO 8601 wants, and not in words. */
  static boolean isIso(String text) {
    return ISO.matcher(text).matches();
  }

  /** NaN when it is no date. */
  static double mjd(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3)) + clock(iso);
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return day(year.group(1), year.group(2), year.group(3));
    }
    Matcher day = DAY_FIRST.matcher(text);
    return day.matches() ? day(day.group(3), day.group(2), day.group(1)) : Double.NaN;
  }

  private static double clock(Matcher iso) {
    if (iso.group(4) == null) {
      return 0;
    }
    int hour = Integer.parseInt(iso.group(4));
    int minute = Integer.parseInt(iso.group(5));
    double second = iso.group(6) == null ? 0 : Double.parseDouble(iso.group(6).replace(',', '.'));
    // A leap second is second 60 of its minute; it reads as the first of the next.
    if (hour > 24 || minute > 59 || second >= 61) {
      return Double.NaN;
    }
    return (hour * 3600 + minute * 60 + second) / 86_400;
  }

  private static double day(String year, String month, String day) {
    double days = Double.parseDouble(day);
    int whole = (int) days;
    try {
      LocalDate date = LocalDate.of(Integer.parseInt(year), month(month), whole);
      return date.toEpochDay() + EPOCH_DAY + (days - whole);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /** 0, which is no month, when it is none. */
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int at = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
    return at < 0 || at % 3 != 0 ? 0 : at / 3 + 1;
  }
}
