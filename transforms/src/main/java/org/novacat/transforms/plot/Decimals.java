package org.novacat.transforms.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal arithmetic for marks and labels, exact, so that 0.1 + 0.2 is labelled 0.3. */
final class Decimals {
  private static final String PLAIN = "-0123456789";
  private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Decimals() {}

  /** The power of ten of the first digit; 0 for zero. */
  static int magnitude(double value) {
    if (value == 0) {
      return 0;
    }
    BigDecimal decimal = new BigDecimal(value);
    return decimal.precision() - decimal.scale() - 1;
  }

  /** Whether numbers of this power of ten are short enough to be written out. */
  static boolean isPlain(int magnitude) {
    return magnitude >= -3 && magnitude <= 4;
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below {@code least}. */
  static BigDecimal niceStep(double least) {
    int magnitude = magnitude(least);
    for (int digit : new int[] {1, 2, 5}) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(magnitude);
      if (step.doubleValue() >= least) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(magnitude + 1);
  }

  /** The smallest multiple of a step that is not below {@code low}. */
  static BigDecimal firstMultiple(BigDecimal step, double low) {
    return new BigDecimal(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
  }

  /** Plain digits with a true minus sign. */
  static String text(BigDecimal value) {
    return value.toPlainString().replace('-', '−');
  }

  /** An exponent in raised digits. */
  static String superscript(int exponent) {
    StringBuilder raised = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) {
      raised.append(RAISED.charAt(PLAIN.indexOf(digit)));
    }
    return raised.toString();
  }
}
