package org.novacat.jobs.photometry.export;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as fields of a file of the AAVSO can hold them. */
final class AavsoNumbers {
  private static final BigDecimal MJD_ZERO = new BigDecimal("2400000.5");

  private AavsoNumbers() {}

  /** A field, and whether digits were lost. */
  record Field(String text, boolean rounded) {}

  /** The Julian Date of an MJD, in decimals that nothing was lost from. */
  static BigDecimal julian(double mjd) {
    return exact(mjd).add(MJD_ZERO);
  }

  /** The decimals that a number reads back from. */
  static BigDecimal exact(double number) {
    return new BigDecimal(Double.toString(number));
  }

  /**
   * A number with a point, rounded where it is longer than the field.
   *
   * @param longest characters
   */
  static Field field(BigDecimal number, int longest) {
    BigDecimal plain = number.scale() < 1 ? number.setScale(1) : number;
    int tooMany = plain.toPlainString().length() - longest;
    if (tooMany <= 0) {
      return new Field(plain.toPlainString(), false);
    }
    BigDecimal rounded =
        plain.setScale(Math.max(1, plain.scale() - tooMany), RoundingMode.HALF_EVEN);
    return new Field(rounded.toPlainString(), rounded.compareTo(number) != 0);
  }
}
