package org.novacat.layouts.observation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Angles as cards write them: a number is degrees, a text with colons, blanks or letters is hours
 * for a right ascension (degrees from 24 on) and degrees for a declination. A comment that names
 * the unit decides.
 */
public final class Angles {
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "([+-]?) ?(\\d{1,3})(?:[: ]+|[hd°] ?)(\\d{1,2}(?:\\.\\d*)?)"
              + "(?:(?:[: ]+|[m'] ?)(\\d{1,2}(?:\\.\\d*)?)[s\"]?)?[m']?\\.?");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][+-]?\\d{1,3})?");
  private static final Pattern IN_HOURS = Pattern.compile("\\b(?:h|hr|hrs|hours?)\\b");
  private static final Pattern IN_DEGREES = Pattern.compile("\\b(?:deg|degs|degrees?)\\b");
  private static final Pattern IN_RADIANS = Pattern.compile("\\b(?:rad|radians?)\\b");
  private static final double HOURS = 15;

  private Angles() {}

  /** A right ascension, degrees from 0 to below 360; NaN when it is none. */
  static double rightAscension(StatedCard card) {
    double number = number(card.value());
    double degrees;
    if (Double.isNaN(number)) {
      double units = sexagesimal(card.value());
      boolean isDegrees = units >= 24 || (card.remarks(IN_DEGREES) && !card.remarks(IN_HOURS));
      degrees = isDegrees ? units : units * HOURS;
    } else {
      degrees =
          card.remarks(IN_HOURS) && !card.remarks(IN_DEGREES) && number < 24
              ? number * HOURS
              : number;
    }
    double once = degrees == 360 ? 0 : degrees;
    return card.remarks(IN_RADIANS) || !(once >= 0 && once < 360) ? Double.NaN : once;
  }

  /** A declination, degrees; NaN when it is none. */
  static double declination(StatedCard card) {
    double number = number(card.value());
    double degrees = Double.isNaN(number) ? sexagesimal(card.value()) : number;
    return card.remarks(IN_RADIANS) || !(Math.abs(degrees) <= 90) ? Double.NaN : degrees;
  }

  /** The number that the whole text is; NaN when it is none. */
  static double number(String text) {
    String t = text.strip();
    return NUMBER.matcher(t).matches()
        ? Double.parseDouble(t.replace('D', 'E').replace('d', 'e'))
        : Double.NaN;
  }

  /** Units, minutes and seconds as units; NaN when the text is not of that form. */
  public static double sexagesimal(String text) {
    Matcher m = SEXAGESIMAL.matcher(text.strip());
    if (!m.matches()) {
      return Double.NaN;
    }
    double minutes = Double.parseDouble(m.group(3));
    double seconds = m.group(4) == null ? 0 : Double.parseDouble(m.group(4));
    if (minutes >= 60 || seconds > 60) {
      return Double.NaN;
    }
    double value = Integer.parseInt(m.group(2)) + minutes / 60 + seconds / 3600;
    return m.group(1).equals("-") ? -value : value;
  }
}
