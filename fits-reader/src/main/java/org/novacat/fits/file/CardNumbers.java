package org.novacat.fits.file;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers as FITS writes them: decimal, exponent by E or D, no hexadecimal, no type suffix. */
public final class CardNumbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][+-]?\\d{1,4})?");

  private CardNumbers() {}

  /**
   * Whether another value says the same: equal texts, or equal numbers however they are written.
   */
  record Same(String value) implements Predicate<String> {
    @Override
    public boolean test(String other) {
      return value.strip().equals(other.strip()) || parseDouble(value) == parseDouble(other);
    }
  }

  /** The number that the whole text is, blanks around it ignored; NaN when it is none. */
  public static double parseDouble(String text) {
    String t = text.strip();
    if (t.isEmpty() || !NUMBER.matcher(t).matches()) {
      return Double.NaN;
    }
    return Double.parseDouble(t.replace('D', 'E').replace('d', 'e'));
  }

  /** The integer that the whole text is, or {@code otherwise}; {@code 12.} and 1E3 are none. */
  public static long parseLong(String text, long otherwise) {
    String t = text.strip();
    if (t.isEmpty() || t.length() > 20) {
      return otherwise;
    }
    try {
      return Long.parseLong(t);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
