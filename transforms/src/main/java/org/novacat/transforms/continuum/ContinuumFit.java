package org.novacat.transforms.continuum;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.continuum.Continuum.Fitted;
import org.novacat.transforms.continuum.Continuum.NotFitted;
import org.novacat.transforms.stat.Quantiles;

/**
 * Fits a polynomial to the continuum of a spectrum and keeps clear of its lines.
 *
 * <p>It begins with the polynomial that is nearest to the medians of up to {@value #GROUPS} groups
 * of neighbouring samples, by absolute and not squared distances, so that lines do not pull. Then
 * it fits by least squares, again and again, the samples within {@value #CLIP} scatters of the
 * model before, until they stay the same. The scatter is 1.4826 times the median distance of all
 * good samples, not of those that were kept before: the spectrum of a nova is nowhere without
 * lines, and with a scatter of what is left ever fewer would be near. Both sides are cut alike,
 * since a cut of emission alone would push the model below the noise. What is cut takes with it its
 * neighbours up to where the flux crosses the model: the wings of its line.
 *
 * <p>All samples weigh the same, and their scatter says how good they are: the uncertainty of the
 * model is that of the fit, √(bᵀ(AᵀA)⁻¹b), times the scatter of the samples that were fitted. It is
 * right for noise of one size without correlation, and knows nothing of lines so wide or so many
 * that they look like a continuum. The cut makes the scatter of normal noise 1 % too small.
 *
 * @param degree 0 to {@value #HIGHEST}
 */
public record ContinuumFit(int degree) {
  /** Higher degrees follow lines. */
  public static final int HIGHEST = 9;

  private static final int SAMPLES_A_COEFFICIENT = 3;
  private static final double CLIP = 3;
  private static final int GROUPS = 200;
  private static final int MOST_ROUNDS = 30;

  /** The median distance from the mean of normal noise is 1 / 1.4826 of its standard deviation. */
  private static final double NORMAL = 1.4826;

  /** Of a flux whose largest is 1: below it all is rounding. */
  private static final double ROUNDING = 1e-12;

  /** Absolute distances count as at least this, of a flux whose largest is 1. */
  private static final double NEAR = 1e-6;

  public ContinuumFit {
    if (degree < 0 || degree > HIGHEST) {
      throw new IllegalArgumentException(
          "Cannot fit continuum: degree %s (give 0 to %s)".formatted(degree, HIGHEST));
    }
  }

  /**
   * Fits of polynomials.
   *
   * @throws IllegalArgumentException when the degree is not from 0 to {@value #HIGHEST}
   */
  public static ContinuumFit poly(int degree) {
    return new ContinuumFit(degree);
  }

  /** How the continuum of a spectrum that was fitted is labelled: {@code fit:poly3}. */
  public String label() {
    return "fit:poly" + degree;
  }

  /**
   * The continuum of a spectrum. Equal input gives equal output.
   *
   * @param wavelength in any unit, in order, so that neighbours are neighbours; NaN for no sample,
   *     as in padded rows
   * @param flux one a wavelength, in any unit; NaN or infinite for a bad sample
   * @throws IllegalArgumentException when lengths differ
   */
  public Continuum fit(double[] wavelength, double[] flux) {
    if (wavelength.length != flux.length) {
      throw new IllegalArgumentException(
          "Cannot fit continuum: %s wavelengths and %s fluxes (give as many of each)"
              .formatted(wavelength.length, flux.length));
    }
    int[] good =
        IntStream.range(0, flux.length)
            .filter(i -> Double.isFinite(wavelength[i]) && Double.isFinite(flux[i]))
            .toArray();
    int fewest = SAMPLES_A_COEFFICIENT * (degree + 1);
    if (good.length < fewest) {
      return new NotFitted(
          flux.length,
          "it has %s good samples, and degree %s needs %s".formatted(good.length, degree, fewest));
    }
    return fit(wavelength, Samples.of(wavelength, flux, good));
  }

  private Continuum fit(double[] wavelength, Samples samples) {
    Legendre basis = samples.basis(degree);
    double[] start = start(basis, samples.medians(GROUPS));
    if (start == null) {
      return new NotFitted(wavelength.length, "its wavelengths do not tell coefficients apart");
    }
    // Wings are left to the first true fit: from the start alone a curve may lie off on one side.
    boolean[] kept = near(samples.residuals(basis, start));
    LeastSquares fit = squares(basis, samples, kept);
    for (int round = 1; round < MOST_ROUNDS && fit != null; round++) {
      double[] residuals = samples.residuals(basis, fit.coefficients());
      boolean[] next = withoutWings(residuals, near(residuals));
      if (Arrays.equals(next, kept)) {
        return fitted(wavelength, basis, samples.only(kept), fit);
      }
      kept = next;
      fit = squares(basis, samples, kept);
    }
    return fit == null
        ? crowded(wavelength.length, kept)
        : fitted(wavelength, basis, samples.only(kept), fit);
  }

  private static NotFitted crowded(int length, boolean[] kept) {
    return new NotFitted(
        length,
        "%s of its %s good samples are left beside lines".formatted(count(kept), kept.length));
  }

  /** Nearest by absolute distances, as a series of weighted squares; null when not determined. */
  private static double @Nullable [] start(Legendre basis, Samples medians) {
    double[] weights = new double[medians.size()];
    Arrays.fill(weights, 1);
    double[] coefficients = null;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      LeastSquares fit = LeastSquares.solve(medians.columns(basis, weights));
      if (fit == null) {
        return coefficients;
      }
      coefficients = fit.coefficients();
      double[] distances = medians.residuals(basis, coefficients);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = 1 / Math.sqrt(Math.max(NEAR, Math.abs(distances[i])));
      }
    }
    return coefficients;
  }

  /** Null when too few samples are left, or they do not tell coefficients apart. */
  private @Nullable LeastSquares squares(Legendre basis, Samples samples, boolean[] kept) {
    int left = count(kept);
    boolean enough = left >= SAMPLES_A_COEFFICIENT * (degree + 1);
    double[] same = new double[left];
    Arrays.fill(same, 1);
    return enough ? LeastSquares.solve(samples.only(kept).columns(basis, same)) : null;
  }

  /** Which samples are near enough, by the scatter of all, so that at least half of them are. */
  private static boolean[] near(double[] residuals) {
    double[] distances = Arrays.stream(residuals).map(Math::abs).toArray();
    double limit = Math.max(ROUNDING, CLIP * NORMAL * Quantiles.median(distances.clone()));
    boolean[] near = new boolean[residuals.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = distances[i] <= limit;
    }
    return near;
  }

  /** Drops also what lies between a dropped sample and where residuals change their sign. */
  private static boolean[] withoutWings(double[] residuals, boolean[] near) {
    boolean[] kept = near.clone();
    for (int i = 1; i < kept.length; i++) {
      kept[i] &= kept[i - 1] || residuals[i] * residuals[i - 1] < 0;
    }
    for (int i = kept.length - 2; i >= 0; i--) {
      kept[i] &= kept[i + 1] || residuals[i] * residuals[i + 1] < 0;
    }
    return kept;
  }

  private Fitted fitted(double[] wavelength, Legendre basis, Samples kept, LeastSquares fit) {
    double scatter = kept.scatter(basis, fit.coefficients()) * kept.scale();
    double[] model = new double[wavelength.length];
    double[] uncertainty = new double[wavelength.length];
    Arrays.fill(model, Double.NaN);
    Arrays.fill(uncertainty, Double.NaN);
    for (int i = 0; i < model.length; i++) {
      if (basis.covers(wavelength[i])) {
        double[] values = basis.at(wavelength[i]);
        model[i] = Legendre.sum(fit.coefficients(), values) * kept.scale();
        uncertainty[i] = scatter > 0 ? fit.deviation(values) * scatter : Double.NaN;
      }
    }
    return new Fitted(label(), model, uncertainty, kept.size(), scatter);
  }

  private static int count(boolean[] values) {
    return (int) IntStream.range(0, values.length).filter(i -> values[i]).count();
  }
}
