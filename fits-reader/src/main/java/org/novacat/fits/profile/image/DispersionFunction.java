package org.novacat.fits.profile.image;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.novacat.fits.file.RefusedException;

/**
 * The dispersion functions W(p) of an IRAF multispec axis, p the physical pixel: F. Valdes, "The
 * IRAF/NOAO Spectral World Coordinate Systems" (March 1993), sections 5.2 to 5.7, by whose numbers
 * the methods are named.
 */
@FunctionalInterface
interface DispersionFunction {
  /** W at each of these pixels. */
  double[] at(double[] p);

  /**
   * Reads one function whose fields begin at the cursor, type first, and moves the cursor behind
   * it.
   *
   * @throws RefusedException when the type is unknown or the fields are too few
   */
  static DispersionFunction next(SpecFields fields) {
    int type = fields.integer();
    return switch (type) {
      case 1 -> polynomial(fields, false);
      case 2 -> polynomial(fields, true);
      case 3 -> spline(fields, 3);
      case 4 -> spline(fields, 1);
      case 5 -> pixelArray(fields);
      case 6 -> sampledArray(fields);
      default ->
          throw RefusedException.unreadable(
              "IRAF_BAD_DISPERSION",
              "Cannot compute the wavelength axis: no dispersion function has type " + type);
    };
  }

  /** Sections 5.2 (Chebyshev) and 5.3 (Legendre). */
  private static DispersionFunction polynomial(SpecFields fields, boolean legendre) {
    int order = fields.count();
    double min = fields.number();
    double max = fields.number();
    double[] c = fields.numbers(order);
    return p -> {
      double[] n = new double[p.length];
      for (int i = 0; i < n.length; i++) {
        n[i] = (p[i] - (max + min) / 2) / ((max - min) / 2);
      }
      return sum(c, n, legendre);
    };
  }

  /**
   * Each polynomial follows from the two before it; one after the other for all pixels, which
   * processors do several at a time.
   */
  private static double[] sum(double[] c, double[] n, boolean legendre) {
    double[] before = new double[n.length];
    Arrays.fill(before, 1);
    double[] x = n.clone();
    double[] sum = new double[n.length];
    Arrays.fill(sum, c.length > 0 ? c[0] : 0);
    for (int i = 1; i < c.length; i++) {
      addTimes(c[i], x, sum);
      double[] next = before;
      if (legendre) {
        nextLegendre(i, n, x, next);
      } else {
        nextChebyshev(n, x, next);
      }
      before = x;
      x = next;
    }
    return sum;
  }

  private static void addTimes(double c, double[] x, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += c * x[k];
    }
  }

  /** From the last two polynomials the next, in place of the older one. */
  private static void nextLegendre(int i, double[] n, double[] x, double[] before) {
    for (int k = 0; k < n.length; k++) {
      before[k] = ((2 * i + 1) * n[k] * x[k] - i * before[k]) / (i + 1);
    }
  }

  private static void nextChebyshev(double[] n, double[] x, double[] before) {
    for (int k = 0; k < n.length; k++) {
      before[k] = 2 * n[k] * x[k] - before[k];
    }
  }

  /** A function that is worth computing pixel by pixel. */
  private static DispersionFunction each(DoubleUnaryOperator function) {
    return p -> Arrays.stream(p).map(function).toArray();
  }

  /** Sections 5.4 (linear, degree 1) and 5.5 (cubic, degree 3). */
  private static DispersionFunction spline(SpecFields fields, int degree) {
    int pieces = fields.count();
    double min = fields.number();
    double max = fields.number();
    double[] c = fields.numbers(pieces + degree);
    return each(
        p -> {
          double s = (p - min) / (max - min) * pieces;
          int j = (int) Math.max(0, Math.min(pieces - 1, Math.floor(s)));
          double a = j + 1 - s;
          double b = s - j;
          return degree == 1
              ? c[j] * a + c[j + 1] * b
              : c[j] * a * a * a
                  + c[j + 1] * (1 + 3 * a * (1 + a * b))
                  + c[j + 2] * (1 + 3 * b * (1 + a * b))
                  + c[j + 3] * b * b * b;
        });
  }

  /** Section 5.6: wavelengths at the physical pixels 1, 2, … */
  private static DispersionFunction pixelArray(SpecFields fields) {
    double[] w = fields.numbers(fields.count());
    return each(
        p -> {
          int k = (int) Math.max(1, Math.min(w.length - 1, Math.floor(p)));
          return w.length == 1 ? w[0] : w[k - 1] * (k + 1 - p) + w[k] * (p - k);
        });
  }

  /** Section 5.7: pairs of physical coordinate and wavelength, after a field that means nothing. */
  private static DispersionFunction sampledArray(SpecFields fields) {
    int pairs = fields.count();
    fields.number();
    double[] x = new double[pairs];
    double[] w = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      x[i] = fields.number();
      w[i] = fields.number();
    }
    return each(p -> interpolate(x, w, p));
  }

  private static double interpolate(double[] x, double[] w, double p) {
    if (x.length == 1) {
      return w[0];
    }
    int found = Arrays.binarySearch(x, p);
    int upper = found >= 0 ? found : -found - 1;
    int k = Math.max(1, Math.min(x.length - 1, upper));
    return w[k - 1] + (w[k] - w[k - 1]) * (p - x[k - 1]) / (x[k] - x[k - 1]);
  }
}
