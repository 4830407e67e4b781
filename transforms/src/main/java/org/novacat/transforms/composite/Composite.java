package org.novacat.transforms.composite;

import java.util.List;

/**
 * Several spectra of one night and setting as one. Arrays have one value a sample.
 *
 * @param shares what each constituent gave, by wavelength, then id; at least two
 * @param wavelength Angstrom, in the medium of the setting, strictly increasing; there is no sample
 *     where no constituent has one
 * @param flux in the unit of the setting; NaN where all constituents that have a sample there have
 *     a bad one
 * @param uncertainty one standard deviation, same unit, as if samples were independent ({@link
 *     Share#varianceFactor}); NaN where that of one of the constituents there is not known
 * @param firstMjd earliest of the constituents' epochs
 * @param lastMjd latest of them, at most half a day later
 */
public record Composite(
    Setting setting,
    List<Share> shares,
    double[] wavelength,
    double[] flux,
    double[] uncertainty,
    double firstMjd,
    double lastMjd) {
  public Composite {
    shares = List.copyOf(shares);
  }

  /**
   * What a constituent gave.
   *
   * @param weight mean over the good samples of the composite of its part of the weight there, 0 to
   *     1; those of all constituents add up to 1
   * @param samples to how many samples it gave
   * @param from shortest wavelength of those, Angstrom; NaN when there are none
   * @param to longest wavelength of those, Angstrom; NaN when there are none
   * @param varianceFactor how much larger the variance of a mean over many of its samples is than
   *     their uncertainties say ({@code Resampler.varianceFactor}); 1 where its samples kept their
   *     places
   */
  public record Share(
      String id,
      String sha256,
      double weight,
      int samples,
      double from,
      double to,
      double varianceFactor) {}
}
