package org.novacat.transforms.photometry.read.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in figures or words to Modified Julian Dates, the day cut at midnight as the text does. */
public final class CalendarDates {
  /** No date has more characters; what has is not searched for one. */
  private static final int LONGEST = 64;

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

  /** A time of day, in UTC, as the end of a text. */
  private static final Pattern CLOCK =
      Pattern.compile("(.*?)\\s*\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d*)?))?\\s*(?:Z|UTC?)?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private CalendarDates() {}

  /** Whether it is written as ISO 8601 wants, and not in words. */
  public static boolean isIso(String text) {
    return ISO.matcher(text).matches();
  }

  /** NaN when it is no date. */
  public static double mjd(String text) {
    if (text.length() > LONGEST) {
      return Double.NaN;
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      double day = day(iso.group(1), iso.group(2), iso.group(3));
      return iso.group(4) == null ? day : day + clock(iso.group(4), iso.group(5), iso.group(6));
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      double day = day(clock.group(1));
      boolean whole = day == Math.rint(day);
      return whole ? day + clock(clock.group(2), clock.group(3), clock.group(4)) : Double.NaN;
    }
    return day(text);
  }

  /** Whether it is a date to the day, which leaves the time of day open. */
  public static boolean isDay(String text) {
    double mjd = text.indexOf(':') < 0 ? mjd(text) : Double.NaN;
    return mjd == Math.rint(mjd);
  }

  /** Whether it is a time of day without a date. */
  public static boolean isClock(String text) {
    Matcher clock = CLOCK.matcher(text);
    return text.length() <= LONGEST && clock.matches() && clock.group(1).isEmpty();
  }

  private static double day(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return iso.group(4) == null ? day(iso.group(1), iso.group(2), iso.group(3)) : Double.NaN;
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return day(year.group(1), year.group(2), year.group(3));
    }
    Matcher day = DAY_FIRST.matcher(text);
    return day.matches() ? day(day.group(3), day.group(2), day.group(1)) : Double.NaN;
  }

  private static double clock(String hours, String minutes, @Nullable String seconds) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    double second = seconds == null ? 0 : Double.parseDouble(seconds.replace(',', '.'));
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
