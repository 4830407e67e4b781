package org.novacat.transforms.text;

/** Decimal numbers of data files, read without regular expressions. */
public final class Numbers {
  /** Powers of ten that a double holds exactly. */
  private static final double[] TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Integers up to here are exact. */
  private static final long EXACT = 1L << 53;

  private Numbers() {}

  /** Whether a text is a number, with a decimal point or with a decimal comma. */
  public static boolean isNumber(String text) {
    return !Double.isNaN(parse(text)) || !Double.isNaN(parse(text, ','));
  }

  /** {@link #parse(String, char)} with a decimal point. */
  public static double parse(String text) {
    return parse(text, '.');
  }

  /**
   * The number that a text is, correctly rounded; NaN when it is none. Exponents may be written
   * with E, or with D as Fortran does. Words such as {@code NaN} are no numbers here.
   *
   * @param point the decimal mark
   */
  public static double parse(String text, char point) {
    int length = text.length();
    int i = 0;
    boolean negative = length > 0 && text.charAt(0) == '-';
    boolean signed = negative || (length > 0 && text.charAt(0) == '+');
    if (signed) {
      i++;
    }
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean fraction = false;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = count < 18 ? digits * 10 + (c - '0') : digits;
        count += count > 0 || c != '0' ? 1 : 0;
        scale -= fraction ? 1 : 0;
      } else if (c == point && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    int signs = (signed ? 1 : 0) + (fraction ? 1 : 0);
    if (i == signs) {
      return Double.NaN;
    }
    int exponent = exponent(text, i);
    if (exponent == Integer.MIN_VALUE) {
      return Double.NaN;
    }
    double value = value(text, digits, count, scale + exponent, point);
    return negative ? -Math.abs(value) : value;
  }

  /** The exponent at the end of a number; MIN_VALUE when what stands there is none. */
  private static int exponent(String text, int at) {
    if (at == text.length()) {
      return 0;
    }
    int sign = 1;
    int i = at + 1;
    if ("eEdD".indexOf(text.charAt(at)) < 0 || i == text.length()) {
      return Integer.MIN_VALUE;
    }
    if (text.charAt(i) == '-' || text.charAt(i) == '+') {
      sign = text.charAt(i++) == '-' ? -1 : 1;
    }
    int value = 0;
    int first = i;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i - first > 4) {
        return Integer.MIN_VALUE;
      }
      value = value * 10 + (c - '0');
    }
    return i == first ? Integer.MIN_VALUE : sign * value;
  }

  /**
   * Exact integer times or over an exact power of ten is rounded once, hence correctly (Clinger
   * 1990, the fast path); all else goes the long way.
   */
  private static double value(String text, long digits, int count, int scale, char point) {
    if (count <= 18 && digits <= EXACT && scale >= -22 && scale <= 22) {
      return scale < 0 ? digits / TEN[-scale] : digits * TEN[scale];
    }
    String plain = text.replace(point, '.').replace('d', 'e').replace('D', 'e');
    return Double.parseDouble(plain);
  }
}
