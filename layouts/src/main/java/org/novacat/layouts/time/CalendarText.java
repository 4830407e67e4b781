package org.novacat.layouts.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of the calendar as text, with a time of day or without: {@code 2023-05-26T21:00:00}, {@code
 * 2023/05/26 21:00 UT}, {@code 1990 Jul 31.5}, {@code 26/05/2023}, {@code 2023-05-26T23:00+02:00}.
 * Years from 1850 to 2100; a text that could mean two days means none.
 */
public final class CalendarText {
  private static final double MINUTES_PER_DAY = 1440;
  private static final double MJD_1850 = -3243;
  private static final double MJD_2100 = 88_069;

  /** A day, and what stands behind it beginning with hours and minutes. */
  private static final Pattern PARTS =
      Pattern.compile("(.*?\\d)(?:(?: ?T ?|\\s+|[-_/:])(\\d{1,2}:.*))?");

  private static final Pattern CLOCK_AND_SUFFIX =
      Pattern.compile("([\\d:.,]+)\\s*([A-Za-z]{1,4}\\d?)?\\s*([+-]\\d\\d?(?::?\\d\\d)?)?");

  private static final List<DateForm> FORMS = List.of(DateForm.values());

  private CalendarText() {}

  /** The moment that the whole text states; empty when it is none, or could be two. */
  public static Optional<Moment> parse(String text) {
    if (!mayBe(text)) {
      return Optional.empty();
    }
    Matcher m = PARTS.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    Moment day = day(m.group(1).strip());
    if (day == null || day.mjd() < MJD_1850 || day.mjd() >= MJD_2100) {
      return Optional.empty();
    }
    String clock = m.group(2);
    return clock == null ? Optional.of(day) : withClock(day, clock.strip());
  }

  /** Whether a text has what every date has, which spares numbers and clocks the patterns. */
  private static boolean mayBe(String text) {
    int digits = 0;
    int parts = 0;
    boolean letters = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      parts += c == '-' || c == '/' || c == '.' || c == ' ' ? 1 : 0;
      letters |= Character.isLetter(c);
    }
    return digits >= 5 && (parts >= 2 || letters || (parts == 0 && digits >= 8));
  }

  private static @Nullable Moment day(String text) {
    for (DateForm form : FORMS) {
      Moment day = form.read(text);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static Optional<Moment> withClock(Moment day, String text) {
    Matcher m = CLOCK_AND_SUFFIX.matcher(text);
    if (day.clock() || !m.matches()) {
      return Optional.empty();
    }
    double offset = m.group(3) == null ? 0 : offsetDays(m.group(3));
    String suffix = suffix(m.group(2), m.group(3) != null);
    if (Double.isNaN(offset) || suffix == null) {
      return Optional.empty();
    }
    return ClockText.parse(m.group(1))
        .map(
            clock ->
                new Moment(
                    day.mjd() + clock.days() - offset,
                    clock.precisionDays(),
                    true,
                    clock.days() == 0,
                    suffix));
  }

  /** The time scale behind the time; null for what may be a zone or half a day, such as CEST. */
  private static @Nullable String suffix(@Nullable String word, boolean offset) {
    String found = word == null ? "" : word.toUpperCase(Locale.ROOT);
    return switch (found) {
      case "Z", "UT", "UTC", "GMT" -> "UTC";
      case "" -> offset ? "UTC" : "";
      case "UT1", "TAI", "IAT", "TT", "TDT", "ET", "TDB" -> offset ? null : found;
      default -> null;
    };
  }

  /** How far the clocks of a zone are before UTC, days; NaN where no zone is that far. */
  private static double offsetDays(String text) {
    String digits = text.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    double days = (hours * 60 + minutes) / MINUTES_PER_DAY;
    boolean exists = hours <= 14 && minutes < 60;
    return !exists ? Double.NaN : text.charAt(0) == '-' ? -days : days;
  }
}
