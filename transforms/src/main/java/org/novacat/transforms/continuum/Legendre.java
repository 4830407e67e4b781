package org.novacat.transforms.continuum;

/**
 * Legendre polynomials on an axis that is scaled to −1 … 1, where they are orthogonal for evenly
 * spread samples, so that a fit of degree 9 is as stable as one of degree 1.
 *
 * @param degree highest degree
 * @param low wavelength that becomes −1
 * @param high wavelength that becomes 1, not below {@code low}; all is 0 where they are equal
 */
record Legendre(int degree, double low, double high) {
  /** Whether a wavelength, which may be NaN, is on the axis. */
  boolean covers(double wavelength) {
    return wavelength >= low && wavelength <= high;
  }

  /** All polynomials, from degree 0 on, at a wavelength (recurrence of Bonnet). */
  double[] at(double wavelength) {
    double t = high > low ? ((wavelength - low) - (high - wavelength)) / (high - low) : 0;
    double[] values = new double[degree + 1];
    values[0] = 1;
    for (int k = 1; k <= degree; k++) {
      double before = k == 1 ? 0 : values[k - 2];
      values[k] = ((2 * k - 1) * t * values[k - 1] - (k - 1) * before) / k;
    }
    return values;
  }

  /** The sum of polynomials that have these values, with these coefficients. */
  static double sum(double[] coefficients, double[] values) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += coefficients[k] * values[k];
    }
    return sum;
  }
}
