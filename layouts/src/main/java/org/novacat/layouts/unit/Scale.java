package org.novacat.layouts.unit;

/**
 * A factor as mantissa and power of ten, so that the factors between units that differ by powers of
 * ten only (SI, CGS, Angstrom, Jansky) come out correctly rounded.
 */
public record Scale(double mantissa, double exponent) {
  /** One. */
  public static final Scale ONE = new Scale(1, 0);

  static Scale tenTo(int exponent) {
    return new Scale(1, exponent);
  }

  Scale times(Scale other) {
    return new Scale(mantissa * other.mantissa, exponent + other.exponent);
  }

  Scale over(Scale other) {
    return new Scale(mantissa / other.mantissa, exponent - other.exponent);
  }

  Scale power(double power) {
    double raised = mantissa == 1 ? 1 : StrictMath.pow(mantissa, power);
    return new Scale(raised, exponent * power);
  }

  double toDouble() {
    if (exponent != Math.rint(exponent)) {
      return mantissa * StrictMath.pow(10, exponent);
    }
    // Parsing rounds correctly, where pow may be off by the last place.
    return mantissa * Double.parseDouble("1e" + (long) exponent);
  }
}
