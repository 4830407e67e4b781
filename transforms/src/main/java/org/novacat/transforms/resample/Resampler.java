package org.novacat.transforms.resample;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a spectrum on other pixels and keeps the integral of its flux.
 *
 * <p>The flux is a density per wavelength and the same all over a pixel, a step function. Pixel j
 * of the target gets the mean of that function over its width, and by independent errors
 *
 * <pre>
 *   flux[j]  = Σ overlap(i, j) · flux[i] / width[j]
 *   sigma[j] = √ Σ (overlap(i, j) / width[j])² · sigma[i]²</pre>
 *
 * <p>which is also what SpectRes does (Carnall 2017, arXiv:1705.05165). It holds for a target finer
 * than the input too: the steps then show. Flux of any other kind, counts a pixel or normalised to
 * its continuum, is a step function by the same right: its means are right, while sums over pixels
 * of counts are not kept.
 *
 * <p>No partial pixels and no invention: a target pixel that good samples do not cover wholly is
 * NaN. A sample is good when its flux is finite; where samples lie far apart is a gap that nothing
 * covers ({@link InputPixels}). Masked samples are to be given as NaN, so that their place stays
 * theirs.
 */
public final class Resampler {
  /** Part of a pixel that may be uncovered: edges that ought to be equal differ by roundings. */
  private static final double ROUNDING = 1e-9;

  private Resampler() {}

  /**
   * The spectrum on other pixels, in time linear in samples and pixels.
   *
   * @param wavelength centres of the samples, at least two, finite, strictly increasing, in the
   *     unit of the target
   * @param flux one a sample, NaN or infinite where bad
   * @param uncertainty one standard deviation for each sample; what is not a finite number above 0
   *     is not known; null when none is known
   * @throws IllegalArgumentException when lengths differ or wavelengths are not as said
   */
  public static Resampled resample(
      double[] wavelength, double[] flux, double @Nullable [] uncertainty, PixelGrid target) {
    requireNonNull(target, "target is null");
    check(wavelength, flux, uncertainty);
    InputPixels input = InputPixels.of(wavelength);
    double[] mean = new double[target.size()];
    double[] sigma = new double[target.size()];
    Arrays.fill(sigma, Double.NaN);
    int first = 0;
    for (int j = 0; j < target.size(); j++) {
      while (first < flux.length && input.high()[first] <= target.edges()[j]) {
        first++;
      }
      Pixel pixel = new Pixel(input, first, target.edges()[j], target.edges()[j + 1]);
      mean[j] = pixel.mean(flux);
      if (uncertainty != null && !Double.isNaN(mean[j])) {
        sigma[j] = pixel.sigma(uncertainty);
      }
    }
    return new Resampled(mean, sigma);
  }

  /**
   * How much larger the variance of a sum or mean over many neighbouring target pixels is than the
   * diagonal errors of {@link Resampled} add up to. Pixels that share a sample are correlated; what
   * one target pixel has more than its part, another has less. With p the input step and s the
   * target step, averaged over where their edges lie to each other:
   *
   * <pre>
   *   1 / (1 − r / 3)  for r = p / s ≤ 1,      r / (1 − 1 / (3 r))  for r ≥ 1</pre>
   *
   * <p>which is the noise ratio R of Fruchter &amp; Hook 2002 (PASP 114, 144, section 7) in one
   * dimension, where it is a ratio of variances. Grids with the same edges have no correlation, so
   * 1.5 at r = 1 is for edges anyhow. The standard deviation of the sum grows by its square root.
   *
   * @return at least 1
   * @throws IllegalArgumentException when a step is not a finite number above 0
   */
  public static double varianceFactor(double inputStep, double targetStep) {
    double r = inputStep / targetStep;
    if (!(inputStep > 0 && targetStep > 0 && r > 0 && Double.isFinite(r))) {
      throw new IllegalArgumentException(
          "Cannot compute variance factor: input step %s, target step %s (give finite numbers above 0)"
              .formatted(inputStep, targetStep));
    }
    return r <= 1 ? 1 / (1 - r / 3) : r / (1 - 1 / (3 * r));
  }

  private static void check(double[] wavelength, double[] flux, double @Nullable [] uncertainty) {
    int n = wavelength.length;
    int sigmas = uncertainty == null ? n : uncertainty.length;
    if (n < 2 || flux.length != n || sigmas != n) {
      throw new IllegalArgumentException(
          "Cannot resample spectrum: %s wavelengths, %s fluxes, %s uncertainties (give as many of each, at least two)"
              .formatted(n, flux.length, sigmas));
    }
  }

  /**
   * One target pixel.
   *
   * @param first the first sample that may reach into it
   */
  private record Pixel(InputPixels input, int first, double from, double to) {
    /** NaN when it is not covered wholly. */
    double mean(double[] flux) {
      double covered = 0;
      double sum = 0;
      for (int i = first; reached(i); i++) {
        if (Double.isFinite(flux[i])) {
          covered += overlap(i);
          sum += overlap(i) * flux[i];
        }
      }
      return covered >= (to - from) * (1 - ROUNDING) ? sum / covered : Double.NaN;
    }

    /** NaN when one of the samples in it has none; samples that only touch do not count. */
    double sigma(double[] uncertainty) {
      double sum = 0;
      for (int i = first; reached(i); i++) {
        double weight = overlap(i) / (to - from);
        if (weight > ROUNDING) {
          double sigma = uncertainty[i] > 0 ? uncertainty[i] : Double.NaN;
          sum += weight * weight * sigma * sigma;
        }
      }
      return sum > 0 && Double.isFinite(sum) ? Math.sqrt(sum) : Double.NaN;
    }

    private boolean reached(int i) {
      return i < input.size() && input.low()[i] < to;
    }

    private double overlap(int i) {
      return Math.max(0, Math.min(to, input.high()[i]) - Math.max(from, input.low()[i]));
    }
  }
}
