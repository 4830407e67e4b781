package org.novacat.transforms.continuum;

import org.jspecify.annotations.Nullable;

/**
 * Linear least squares by Householder reflections (Golub &amp; Van Loan, Matrix Computations,
 * chapter 5), which unlike normal equations do not square the condition of the problem.
 *
 * @param coefficients one an unknown
 * @param r columns of the upper triangle R of A = QR; the covariance of the coefficients is (RᵀR)⁻¹
 *     times the variance of a row
 */
record LeastSquares(double[] coefficients, double[][] r) {
  /** A column of which the others explain all but this part is none of its own. */
  private static final double DEPENDENT = 1e-9;

  /**
   * Finds the combination of all columns but the last that is nearest to the last.
   *
   * @param columns at least as long as they are many, all finite; overwritten
   * @return null when columns depend on each other, or are all zero
   */
  static @Nullable LeastSquares solve(double[][] columns) {
    int unknowns = columns.length - 1;
    for (int k = 0; k < unknowns; k++) {
      double whole = length(columns[k], 0);
      double own = length(columns[k], k);
      if (!(own > DEPENDENT * whole)) {
        return null;
      }
      reflect(columns, k, own);
    }
    return new LeastSquares(back(columns), columns);
  }

  /** Standard deviation of Σ bᵢ cᵢ when that of a row is 1: the length of R⁻ᵀ b. */
  double deviation(double[] b) {
    double[] z = new double[b.length];
    for (int k = 0; k < z.length; k++) {
      double rest = b[k];
      for (int i = 0; i < k; i++) {
        rest -= r[k][i] * z[i];
      }
      z[k] = rest / r[k][k];
    }
    return length(z, 0);
  }

  private static double length(double[] values, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /** Mirrors rows from k on so that column k is zero below its diagonal. */
  private static void reflect(double[][] columns, int k, double length) {
    double[] mirror = columns[k].clone();
    // The sign is that which does not cancel.
    double diagonal = mirror[k] > 0 ? -length : length;
    mirror[k] -= diagonal;
    double half = length * (length + Math.abs(columns[k][k]));
    for (int c = k; c < columns.length; c++) {
      double dot = 0;
      for (int i = k; i < mirror.length; i++) {
        dot += mirror[i] * columns[c][i];
      }
      double share = dot / half;
      for (int i = k; i < mirror.length; i++) {
        columns[c][i] -= share * mirror[i];
      }
    }
  }

  private static double[] back(double[][] columns) {
    int unknowns = columns.length - 1;
    double[] solution = new double[unknowns];
    for (int k = unknowns - 1; k >= 0; k--) {
      double rest = columns[unknowns][k];
      for (int i = k + 1; i < unknowns; i++) {
        rest -= columns[i][k] * solution[i];
      }
      solution[k] = rest / columns[k][k];
    }
    return solution;
  }
}
