package org.novacat.transforms.photometry.read.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.text.Numbers;

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

  /**
   * {@code 03/04/2021}, {@code 3.4.2021}, {@code 03-04-2021}: which is the month has to be said.
   */
  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:\\s*UTC?)?");

  /** {@code 2021:077}, the day of the year. */
  private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{4}):(\\d{3})(?::(.*))?");

  /** {@code 20210318}, {@code 20210318.42}, {@code 202103181010}, {@code 20210318101000.5}. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "((?:1[89]|20)\\d{2})(0[1-9]|1[0-2])(\\d{2})(?:(\\.\\d*)|(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d*)?)?)?");

  /** A time of day, as the end of a text. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(.*?)[,;]?\\s*\\b(\\d{1,2})(?::|h\\s*)(\\d{2})(?:(?::|m\\s*)(\\d{2}(?:[.,]\\d*)?)s?|m)?"
              + "\\s*([AaPp])?(?:\\.?[Mm]\\.?)?\\s*(?:Z|UTC?)?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private CalendarDates() {}

  /** Whether it is written as ISO 8601 wants, and not in words. */
  public static boolean isIso(String text) {
    return ISO.matcher(TimeZones.cut(text).rest()).matches();
  }

  /** The date, in UT unless it says its zone; NaN when it is no date. */
  public static double mjd(String text) {
    return mjd(text, DateNotation.UNSTATED);
  }

  /** The date in UT; NaN when it is none, or could be several in this notation. */
  public static double mjd(String text, DateNotation notation) {
    if (text.length() > LONGEST) {
      return Double.NaN;
    }
    TimeZones.Cut cut = TimeZones.cut(text);
    TimeZones.Zone zone = cut.zone();
    Double said = zone == null ? null : zone.east();
    if (said == null && zone != null && notation.east() == null) {
      return Double.NaN;
    }
    return local(cut.rest(), notation.order()) - (said == null ? notation.eastOrUt() : said);
  }

  /** Whether it is a date behind which stands a zone that could be several. */
  public static boolean isInDoubtfulZone(String text) {
    TimeZones.Zone zone = TimeZones.cut(text).zone();
    return zone != null && zone.east() == null;
  }

  private static double local(String text, DateOrder order) {
    if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
      return Double.NaN;
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      double day = day(iso.group(1), iso.group(2), iso.group(3));
      return iso.group(4) == null ? day : day + clock(iso.group(4), iso.group(5), iso.group(6));
    }
    Matcher year = DAY_OF_YEAR.matcher(text);
    if (year.matches()) {
      double clock = year.group(3) == null ? 0 : clock(year.group(3));
      return day(year.group(1), "1", "1") + Integer.parseInt(year.group(2)) - 1 + clock;
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      double day = day(clock.group(1), order);
      return day == Math.rint(day) ? day + clock(clock) : Double.NaN;
    }
    return day(text, order);
  }

  /** Whether it is a date to the day, which leaves the time of day open. */
  public static boolean isDay(String text) {
    double mjd = text.indexOf(':') < 0 ? dayFirst(text) : Double.NaN;
    return mjd == Math.rint(mjd);
  }

  /** The day of a year, which may have a fraction, as the text of a date; "" when it is none. */
  public static String dayOfYear(String year, String dayOfYear) {
    double day = Numbers.parse(dayOfYear);
    if (!(day >= 1 && day < 367) || !year.matches("\\d{4}")) {
      return "";
    }
    LocalDate first = LocalDate.ofYearDay(Integer.parseInt(year), 1).plusDays((long) day - 1);
    return "%s-%s-%s"
        .formatted(
            first.getYear(), first.getMonthValue(), first.getDayOfMonth() + (day - (long) day));
  }

  /** Whether it is a date, if one knew the order of its figures. */
  public static boolean isDate(String text) {
    TimeZones.Cut cut = TimeZones.cut(text);
    return text.length() <= LONGEST
        && (!Double.isNaN(local(cut.rest(), DateOrder.DMY))
            || !Double.isNaN(local(cut.rest(), DateOrder.MDY)));
  }

  private static double dayFirst(String text) {
    double day = mjd(text, DateNotation.UNSTATED.order(DateOrder.DMY));
    return Double.isNaN(day) ? mjd(text, DateNotation.UNSTATED.order(DateOrder.MDY)) : day;
  }

  /**
   * The orders that a date of figures allows: both, one, or none when it has the figures and is no
   * date; null when no order is needed to read it.
   */
  public static @Nullable OrdersAllowed orders(String text) {
    if (!Double.isNaN(Numbers.parse(text))) {
      return null;
    }
    Matcher clock = CLOCK.matcher(TimeZones.cut(text).rest());
    String date = clock.matches() ? clock.group(1) : text;
    return text.length() <= LONGEST && FIGURES.matcher(date).matches()
        ? new OrdersAllowed(
            !Double.isNaN(day(date, DateOrder.DMY)), !Double.isNaN(day(date, DateOrder.MDY)))
        : null;
  }

  /** Which orders of figures make a date of a text. */
  public record OrdersAllowed(boolean dayFirst, boolean monthFirst) {}

  /** Whether it is written as a time of day without a date. */
  public static boolean isClock(String text) {
    Matcher clock = CLOCK.matcher(text.length() > LONGEST ? "" : TimeZones.cut(text).rest());
    return clock.matches() && clock.group(1).isEmpty();
  }

  /** A time of day without a date, days; NaN when it is none. */
  public static double clock(String text) {
    Matcher clock = CLOCK.matcher(text.length() > LONGEST ? "" : TimeZones.cut(text).rest());
    return clock.matches() && clock.group(1).isEmpty() ? clock(clock) : Double.NaN;
  }

  private static double clock(Matcher found) {
    double days = clock(found.group(2), found.group(3), found.group(4));
    String half = found.group(5);
    if (half == null) {
      return days;
    }
    int hour = Integer.parseInt(found.group(2));
    boolean pm = half.equalsIgnoreCase("p");
    // Twelve is the first hour of each half; 22:10 PM says the same thing twice.
    return hour == 12
        ? days - (pm ? 0 : 0.5)
        : hour < 12 ? days + (pm ? 0.5 : 0) : pm ? days : Double.NaN;
  }

  private static double day(String text, DateOrder order) {
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return day(year.group(1), year.group(2), year.group(3));
    }
    Matcher day = DAY_FIRST.matcher(text);
    if (day.matches()) {
      return day(day.group(3), day.group(2), day.group(1));
    }
    Matcher figures = FIGURES.matcher(text);
    if (figures.matches() && order != DateOrder.UNSTATED) {
      boolean dayFirst = order == DateOrder.DMY;
      return day(
          figures.group(4), figures.group(dayFirst ? 3 : 1), figures.group(dayFirst ? 1 : 3));
    }
    return compact(text);
  }

  private static double compact(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (!compact.matches()) {
      return Double.NaN;
    }
    double day = day(compact.group(1), compact.group(2), compact.group(3));
    String fraction = compact.group(4);
    if (fraction != null) {
      return fraction.length() == 1 ? day : day + Double.parseDouble(fraction);
    }
    String hours = compact.group(5);
    return hours == null ? day : day + clock(hours, compact.group(6), compact.group(7));
  }

  static double clock(String hours, String minutes, @Nullable String seconds) {
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
