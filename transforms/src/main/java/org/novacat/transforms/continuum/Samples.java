package org.novacat.transforms.continuum;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.novacat.transforms.stat.Quantiles;

/**
 * The good samples of a spectrum, the largest flux scaled to 1, so that no square of a flux in any
 * unit overflows or vanishes.
 *
 * @param x wavelengths, finite
 * @param y fluxes, −1 to 1
 * @param scale what y is to be multiplied with; above 0
 */
record Samples(double[] x, double[] y, double scale) {
  static Samples of(double[] wavelength, double[] flux, int[] good) {
    double[] x = IntStream.of(good).mapToDouble(i -> wavelength[i]).toArray();
    double[] y = IntStream.of(good).mapToDouble(i -> flux[i]).toArray();
    double largest = DoubleStream.of(y).map(Math::abs).max().orElse(0);
    double scale = largest > 0 ? largest : 1;
    return new Samples(x, Arrays.stream(y).map(value -> value / scale).toArray(), scale);
  }

  int size() {
    return x.length;
  }

  /** Polynomials on the range of the wavelengths. */
  Legendre basis(int degree) {
    return new Legendre(
        degree, DoubleStream.of(x).min().orElse(0), DoubleStream.of(x).max().orElse(0));
  }

  Samples only(boolean[] kept) {
    int[] left = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
    return new Samples(
        IntStream.of(left).mapToDouble(i -> x[i]).toArray(),
        IntStream.of(left).mapToDouble(i -> y[i]).toArray(),
        scale);
  }

  /** Medians of wavelength and flux of groups of neighbours, at most {@code most}. */
  Samples medians(int most) {
    int groups = Math.min(most, size());
    double[] wavelength = new double[groups];
    double[] flux = new double[groups];
    for (int g = 0; g < groups; g++) {
      int from = (int) ((long) g * size() / groups);
      int to = (int) ((long) (g + 1) * size() / groups);
      wavelength[g] = Quantiles.median(Arrays.copyOfRange(x, from, to));
      flux[g] = Quantiles.median(Arrays.copyOfRange(y, from, to));
    }
    return new Samples(wavelength, flux, scale);
  }

  /** Flux less that of a sum of polynomials. */
  double[] residuals(Legendre basis, double[] coefficients) {
    double[] residuals = new double[size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = y[i] - Legendre.sum(coefficients, basis.at(x[i]));
    }
    return residuals;
  }

  /** Standard deviation about a sum of polynomials, with as many samples less as coefficients. */
  double scatter(Legendre basis, double[] coefficients) {
    double sum = 0;
    for (double residual : residuals(basis, coefficients)) {
      sum += residual * residual;
    }
    return Math.sqrt(sum / (size() - coefficients.length));
  }

  /** A column for each polynomial and one for the flux, rows times their weights. */
  double[][] columns(Legendre basis, double[] weights) {
    double[][] columns = new double[basis.degree() + 2][size()];
    for (int i = 0; i < size(); i++) {
      double[] values = basis.at(x[i]);
      for (int k = 0; k < values.length; k++) {
        columns[k][i] = weights[i] * values[k];
      }
      columns[values.length][i] = weights[i] * y[i];
    }
    return columns;
  }
}
