package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.transforms.text.Numbers;

/** Times that count from a moment: their unit, and the moment where the words name it. */
public final class ElapsedTime {
  private static final Pattern DAYS =
      Pattern.compile("days?(?:\\W.*|_.*|since.*|after.*)?|t\\s*-\\s*t_?0.*|phase\\b.*");

  /** {@code seconds since …}, {@code hours after …}, {@code time since trigger (s)}. */
  private static final Pattern SINCE =
      Pattern.compile("(?:^|.*[^a-z])(?:since|after|from|past)(?:[^a-z].*|$)");

  /** {@code time (s)}, {@code time_s}, {@code t [min]}, {@code MET (s)}: no time of a calendar. */
  private static final Pattern SHORT =
      Pattern.compile("(?:time|t|met|elapsed[ _]?time|dt)[ _]*[(\\[]?\\s*([a-z]+)\\s*[)\\]]?");

  private static final Pattern UNIT =
      Pattern.compile(
          "(?:^|[^a-z])(ks|ksec|kiloseconds?|s|secs?|seconds?|sekunden|min|mins|minutes?|minuten|h|hrs?|hours?|stunden"
              + "|d|days?|tage|weeks?|wk|yr|years?)(?:$|[^a-z])");

  /** {@code JD 2459000.5}, {@code MJD 59000}. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:since|after|from|past|t_?0)\\W+(?:t_?0\\W+)?([bh]?m?jd)?\\W*?(\\d{5,7}(?:\\.\\d+)?)\\b(?!-)");

  /** {@code since BAT trigger (MJD 59291.0)}. */
  private static final Pattern NAMED_NUMBER =
      Pattern.compile(
          "(?:since|after|from|past)\\W+(?:[a-z]+\\W+){1,3}?([bh]?m?jd)\\W{0,3}(\\d{5,7}(?:\\.\\d+)?)\\b(?!-)");

  private static final Pattern DATE =
      Pattern.compile(
          "(?:since|after|from|past)\\W+(\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?)");

  private ElapsedTime() {}

  /** The frame of a label in small letters; null when it does not count from a moment. */
  static @Nullable TimeFrame named(String text, String label) {
    boolean days = DAYS.matcher(text).matches();
    Matcher brief = SHORT.matcher(text);
    double unit = brief.matches() ? unit(brief.group(1)) : Double.NaN;
    boolean since = SINCE.matcher(text).matches();
    if (!days && !since && !(unit < 1)) {
      return null;
    }
    unit = since ? unitIn(text) : days ? 1 : unit;
    if (Double.isNaN(unit)) {
      return null;
    }
    TimeFrame frame =
        TimeFrame.daysSince("'%s' counts %s".formatted(label, called(unit))).unit(unit);
    double zero = zero(text);
    return Double.isNaN(zero) ? frame : frame.from(zero, frame.reason());
  }

  /** The unit that a text speaks of, days; NaN when it speaks of none. */
  public static double unitIn(String text) {
    Matcher unit = UNIT.matcher(text.toLowerCase(Locale.ROOT));
    return unit.find() ? unit(unit.group(1)) : Double.NaN;
  }

  /** What a unit is called in a sentence. */
  public static String called(double unit) {
    return unit == 1
        ? "days"
        : unit == 1.0 / 86_400
            ? "seconds"
            : unit == 1.0 / 24
                ? "hours"
                : unit == 1000.0 / 86_400 ? "kiloseconds" : "units of %s days".formatted(unit);
  }

  /** Days of a unit, a year being Julian as in the FITS Standard 4.0, table 34; NaN for none. */
  public static double unit(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "s", "sec", "secs", "second", "seconds", "sekunden" -> 1.0 / 86_400;
      case "ks", "ksec", "kilosecond", "kiloseconds" -> 1000.0 / 86_400;
      case "ms" -> 1.0 / 86_400_000;
      case "min", "mins", "minute", "minutes", "minuten" -> 1.0 / 1440;
      case "h", "hr", "hrs", "hour", "hours", "stunden" -> 1.0 / 24;
      case "d", "day", "days", "tage" -> 1;
      case "week", "weeks", "wk" -> 7;
      case "a", "yr", "year", "years" -> 365.25;
      case "cy" -> 36_525;
      default -> Double.NaN;
    };
  }

  private static double zero(String text) {
    Matcher plain = NUMBER.matcher(text);
    Matcher named = NAMED_NUMBER.matcher(text);
    boolean found = plain.find();
    Matcher number = found ? plain : named;
    if (found || named.find()) {
      double said = Numbers.parse(number.group(2));
      String count = number.group(1) == null ? "" : number.group(1);
      boolean julian = said > 2_300_000;
      boolean modified = count.contains("mjd") && !julian;
      return julian ? said + TimeFrame.JD_ZERO : modified ? said : Double.NaN;
    }
    Matcher date = DATE.matcher(text);
    return date.find() ? CalendarDates.mjd(date.group(1).replace('t', 'T')) : Double.NaN;
  }

  /** The frame of numbers that count from a moment in MJD. */
  public static TimeFrame since(double mjd, double unit, String reason) {
    return TimeFrames.of(EpochSystem.DAYS_SINCE, reason).unit(unit).from(mjd, reason);
  }
}
