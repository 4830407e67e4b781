package org.novacat.layouts.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How exactly a number is written. */
public final class Digits {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+)(?:\\.(\\d*))?(?:[EeDd]([+-]?\\d{1,3}))?");

  private Digits() {}

  /**
   * The value of one unit in the last digit of a number: 100 for {@code 2.4481e+06}, 0.01 for
   * {@code 60090.87}. Zeros alone behind the point count for nothing, because programs write {@code
   * 59292.0} for the number 59292.
   *
   * @return NaN when the text is no number of that form
   */
  public static double unit(String number) {
    Matcher m = NUMBER.matcher(number.strip());
    if (!m.matches()) {
      return Double.NaN;
    }
    String decimals = m.group(2) == null ? "" : m.group(2);
    int places =
        decimals.chars().allMatch(c -> c == '0') && m.group(3) == null ? 0 : decimals.length();
    int exponent = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    return Math.pow(10, exponent - places);
  }
}
