package org.novacat.layouts.observation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.time.ClockText;
import org.novacat.layouts.time.Digits;

/** Numbers behind cards of time, as Modified Julian Dates of 1900 to 2100 or as times of day. */
final class CardNumber {
  private static final double JD_MINUS_MJD = 2_400_000.5;
  private static final double MJD_1900 = 15_020;
  private static final double MJD_2100 = 88_069;
  private static final double SECONDS_PER_DAY = 86_400;

  /** More than this is no time of day in minutes. */
  private static final double MINUTES_PER_DAY = 1440;

  private static final double LIGHT_TIME_DAYS = 0.012;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][+-]?\\d{1,3})?");
  private static final Pattern SECONDS =
      Pattern.compile("\\b(?:s|sec|secs|seconds)\\b|\\[s\\]|\\(s\\)");
  private static final Pattern NOT_HOURS =
      Pattern.compile("\\b(?:deg|degrees|rad|radians|days?)\\b");

  private final CardSource cards;

  CardNumber(CardSource cards) {
    this.cards = cards;
  }

  /**
   * A number as a date.
   *
   * @param note what had to be inferred; "" when nothing had to be
   */
  record Days(double mjd, double precision, String note) {}

  /** The date; null when the value is no number or no date of 1900 to 2100. */
  @Nullable Days days(TimeCard card, StatedCard stated) {
    double value = parse(stated.value());
    double unit = Digits.unit(stated.value());
    double julian = value - JD_MINUS_MJD;
    boolean isJulian = plausible(julian);
    return switch (card.count()) {
      case JD -> isJulian ? new Days(julian, unit, "") : null;
      case HELIOCENTRIC -> isJulian ? new Days(julian, Math.max(unit, LIGHT_TIME_DAYS), "") : null;
      case TAI -> days(value / SECONDS_PER_DAY, unit / SECONDS_PER_DAY);
      case YEAR -> value > 1900 ? days(51_544.5 + (value - 2000) * 365.25, unit * 365.25) : null;
      case MJD -> {
        Days relative = isRelative(card) ? relative(value, unit) : days(value, unit);
        yield relative == null && isJulian ? inferred(stated, julian, unit) : relative;
      }
      case NONE -> isJulian ? inferred(stated, julian, unit) : null;
      case CLOCK -> null;
    };
  }

  private static @Nullable Days days(double mjd, double precision) {
    return plausible(mjd) ? new Days(mjd, precision, "") : null;
  }

  private static Days inferred(StatedCard stated, double mjd, double unit) {
    return new Days(
        mjd, unit, "%s is taken as a Julian Date, which its size says.".formatted(stated));
  }

  private static boolean isRelative(TimeCard card) {
    return card.keyword().equals("TSTART") || card.keyword().equals("TSTOP");
  }

  /**
   * TSTART and TSTOP count from the time of reference, in seconds where nothing else is said (FITS
   * Standard 4.0, sections 9.2.2 and 9.5). Without a reference they are the days of the IVOA
   * Spectrum Data Model.
   */
  private @Nullable Days relative(double value, double unit) {
    double reference = parse(cards.text("MJDREF"));
    double whole = parse(cards.text("MJDREFI"));
    double fraction = parse(cards.text("MJDREFF"));
    reference =
        Double.isNaN(reference) ? whole + (Double.isNaN(fraction) ? 0 : fraction) : reference;
    if (!(reference > 0)) {
      boolean other = !cards.text("JDREF").isEmpty() || !cards.text("BJDREFI").isEmpty();
      return other ? null : days(value, unit);
    }
    String stated = cards.text("TIMEUNIT").toLowerCase(java.util.Locale.ROOT);
    double seconds = stated.isEmpty() ? 1 : Exposure.unit(stated);
    return days(
        reference + value * seconds / SECONDS_PER_DAY, Math.abs(unit * seconds / SECONDS_PER_DAY));
  }

  private static boolean plausible(double mjd) {
    return mjd >= MJD_1900 && mjd < MJD_2100;
  }

  /**
   * A number as a time of day: hours below 24, seconds where the comment says so or where it can be
   * neither hours nor minutes; null when it is none.
   */
  static ClockText.@Nullable Clock clock(StatedCard stated) {
    double value = parse(stated.value());
    if (!(value >= 0 && value < SECONDS_PER_DAY + 1) || stated.remarks(NOT_HOURS)) {
      return null;
    }
    boolean seconds = stated.remarks(SECONDS) || value >= MINUTES_PER_DAY;
    double perDay = seconds ? SECONDS_PER_DAY : 24;
    return seconds || value < 24
        ? new ClockText.Clock(value / perDay, lastDigit(stated.value()) / perDay)
        : null;
  }

  /** Of a time of day zeros behind the point count: nobody writes 21.0 for a day. */
  private static double lastDigit(String number) {
    int point = number.strip().indexOf('.');
    double unit = Digits.unit(number);
    boolean zeros = point >= 0 && unit == 1;
    return zeros ? Math.pow(10, point + 1 - number.strip().length()) : unit;
  }

  /** Whether a value is the number zero, which stands for none. */
  static boolean isZero(String text) {
    return parse(text) == 0;
  }

  private static double parse(String text) {
    String t = text.strip();
    return NUMBER.matcher(t).matches()
        ? Double.parseDouble(t.replace('D', 'E').replace('d', 'e'))
        : Double.NaN;
  }
}
