package org.novacat.layouts.time;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of day as text: {@code 21:00}, {@code 21:00:00.5}, {@code 21 00 00}, {@code 21h00m00s},
 * {@code 21:30.5}, also with UT, UTC, GMT or Z behind them.
 *
 * <p>24:00:00 is the end of a day (ISO 8601:2004, 4.2.3) and 23:59:60 a leap second (FITS Standard
 * 4.0, section 9.1.1, allows seconds below 61); nothing later exists.
 */
public final class ClockText {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})(?:[: ]|h ?)(\\d{1,2})(?:[.,](\\d+)m?|(?:[: ]|m ?)(\\d{1,2})(?:[.,](\\d*))?s?|m?)"
              + " ?(?:Z|UTC?|GMT)?");

  private ClockText() {}

  /**
   * A time of day.
   *
   * @param days since midnight, days; 1 and a little for leap seconds and for 24:00:00
   * @param precisionDays one unit of the last digit, days
   */
  public record Clock(double days, double precisionDays) {}

  /** The time of day that the whole text is; empty when it is none. */
  public static Optional<Clock> parse(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || !Character.isDigit(plain.charAt(0)) || plain.indexOf('-') >= 0) {
      return Optional.empty();
    }
    Matcher m = CLOCK.matcher(plain);
    if (!m.matches()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(m.group(1));
    double minutes = fraction(m.group(2), m.group(3));
    double seconds = m.group(4) == null ? 0 : fraction(m.group(4), m.group(5));
    boolean exists = hours < 24 && minutes < 60 && seconds < 61;
    boolean endOfDay = hours == 24 && minutes == 0 && seconds == 0;
    if (!exists && !endOfDay) {
      return Optional.empty();
    }
    double all = hours * 3600 + minutes * 60 + seconds;
    return Optional.of(new Clock(all / SECONDS_PER_DAY, unit(m) / SECONDS_PER_DAY));
  }

  private static double unit(Matcher m) {
    if (m.group(4) != null) {
      return m.group(5) == null ? 1 : Math.pow(10, -m.group(5).length());
    }
    return 60 * (m.group(3) == null ? 1 : Math.pow(10, -m.group(3).length()));
  }

  private static double fraction(String whole, @org.jspecify.annotations.Nullable String decimals) {
    String part = decimals == null || decimals.isEmpty() ? "0" : decimals;
    return Double.parseDouble(whole + "." + part);
  }
}
