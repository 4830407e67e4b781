package org.novacat.layouts.spectrum;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.time.CalendarText;
import org.novacat.layouts.time.Digits;
import org.novacat.layouts.time.Moment;

/**
 * Times of observation as text, with the precision that the text has: {@code 2023-05-26T21:00:00Z},
 * {@code 1990 Jul 31.5}, {@code JD 2448100.5}, {@code 2.4481e+06}.
 *
 * <p>What a number counts is never guessed from its size alone. It is a Julian Date or a Modified
 * one where its key or a word before it says so; without such a word it is a Julian Date where it
 * lies between those of 1850 and 2100, because no other count in use comes near 2.4 million. A
 * number of eight digits that is a day of the calendar, {@code 19900731}, is one.
 */
public final class StatedTime {
  private static final double JD_MINUS_MJD = 2_400_000.5;
  private static final double MJD_1850 = -3243;
  private static final double MJD_1900 = 15_020;
  private static final double MJD_2100 = 88_069;

  /** Heliocentric and barycentric dates are up to 499 s before or behind those of the observer. */
  private static final double LIGHT_TIME_DAYS = 0.012;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<word>M?JD|HJD|BJD)?[ =:]*(?<number>\\d+(?:\\.\\d*)?(?:[EeDd][+-]?\\d{1,2})?)"
              + "(?: ?\\(?(?<scale>UTC?|GMT|TAI|TT|TDT|TDB)\\)?)?",
          Pattern.CASE_INSENSITIVE);

  private enum Count {
    JD,
    MJD,
    HELIOCENTRIC,
    UNNAMED
  }

  private StatedTime() {}

  /**
   * The time that the whole text states.
   *
   * @param scale the time scale, where the text does not name one itself
   * @param source the key, column or card that has the text; {@code mjd}, {@code jd} or {@code hjd}
   *     in it says what a number counts, any other leaves it to the text
   * @return empty when the text is no time, could be two, or lies outside 1850 to 2100 (a Modified
   *     Julian Date: 1900 to 2100, because small numbers may be anything)
   */
  public static Optional<ObservationTime> parse(String text, TimeScale scale, String source) {
    Matcher number = NUMBER.matcher(text.strip());
    Optional<ObservationTime> day = ofCalendar(text, scale, source);
    if (day.isPresent() || !number.matches()) {
      return day;
    }
    Count count = count(number.group("word"), source);
    TimeScale in = number.group("scale") == null ? scale : TimeScale.named(number.group("scale"));
    return ofNumber(number.group("number"), count, in, source);
  }

  private static Optional<ObservationTime> ofCalendar(String text, TimeScale scale, String source) {
    return CalendarText.parse(text)
        .map(
            moment -> {
              TimeScale in = moment.suffix().isEmpty() ? scale : TimeScale.named(moment.suffix());
              return new ObservationTime(moment.mjd(), in, source, precision(moment), null);
            });
  }

  /** Midnight to the last digit may stand for a day of which the time is not known. */
  private static double precision(Moment moment) {
    return moment.midnight() ? 1 : moment.precisionDays();
  }

  private static Count count(@Nullable String word, String source) {
    String key = (word == null ? source : word).toLowerCase(Locale.ROOT);
    if (key.contains("hjd") || key.contains("bjd") || key.contains("jd-hel")) {
      return Count.HELIOCENTRIC;
    }
    if (key.contains("mjd") || key.contains("modified julian")) {
      return Count.MJD;
    }
    boolean julian = key.contains("jd") || key.contains("julian") || key.contains("juldate");
    return julian ? Count.JD : Count.UNNAMED;
  }

  private static Optional<ObservationTime> ofNumber(
      String text, Count count, TimeScale scale, String source) {
    double value = Double.parseDouble(text.replace('d', 'e').replace('D', 'e'));
    double unit = Digits.unit(text);
    boolean modified = count == Count.MJD;
    double mjd = modified ? value : value - JD_MINUS_MJD;
    boolean usable = mjd >= (modified ? MJD_1900 : MJD_1850) && mjd < MJD_2100;
    double precision = count == Count.HELIOCENTRIC ? Math.max(unit, LIGHT_TIME_DAYS) : unit;
    return usable
        ? Optional.of(new ObservationTime(mjd, scale, source, precision, null))
        : Optional.empty();
  }
}
