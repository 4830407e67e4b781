package org.novacat.fits;

/**
 * What identifies a series of numbers without listing it.
 *
 * @param n its length, NaN and infinities counted
 * @param first its first value; NaN when it is empty
 * @param last its last value; NaN when it is empty
 * @param min the least finite value; NaN without one
 * @param max the greatest finite value; NaN without one
 * @param sum of the finite values, by compensated summation (Neumaier 1974), so that it does not
 *     depend on the length; 0 without one
 */
public record SeriesSummary(int n, double first, double last, double min, double max, double sum) {
  /** The summary of these values. */
  public static SeriesSummary of(double[] values) {
    double min = Double.NaN;
    double max = Double.NaN;
    double sum = 0;
    double lost = 0;
    for (double v : values) {
      if (!Double.isFinite(v)) {
        continue;
      }
      min = v < min || Double.isNaN(min) ? v : min;
      max = v > max || Double.isNaN(max) ? v : max;
      double next = sum + v;
      lost += Math.abs(sum) >= Math.abs(v) ? sum - next + v : v - next + sum;
      sum = next;
    }
    int n = values.length;
    double first = n == 0 ? Double.NaN : values[0];
    double last = n == 0 ? Double.NaN : values[n - 1];
    return new SeriesSummary(n, first, last, min, max, sum + lost);
  }
}
