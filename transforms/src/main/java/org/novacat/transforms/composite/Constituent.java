package org.novacat.transforms.composite;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A spectrum that may become part of a composite. It is never changed.
 *
 * @param id tells it from all others
 * @param sha256 of the file that it was made from
 * @param orders how many orders it has; the arrays are those of the first
 * @param wavelength Angstrom, finite, strictly increasing
 * @param flux a density per wavelength, or taken as one; NaN where bad or masked
 * @param uncertainty one standard deviation, unit of the flux; NaN where unknown; null when none is
 *     known
 */
public record Constituent(
    String id,
    String sha256,
    Setting setting,
    Epoch epoch,
    int orders,
    double[] wavelength,
    double[] flux,
    double @Nullable [] uncertainty) {
  /** In full, since a short one would lose who may be null on the way to other modules. */
  public Constituent(
      String id,
      String sha256,
      Setting setting,
      Epoch epoch,
      int orders,
      double[] wavelength,
      double[] flux,
      double @Nullable [] uncertainty) {
    this.id = requireNonNull(id, "id is null");
    this.sha256 = requireNonNull(sha256, "sha256 is null");
    this.setting = requireNonNull(setting, "setting is null");
    this.epoch = requireNonNull(epoch, "epoch is null");
    this.orders = orders;
    this.wavelength = requireNonNull(wavelength, "wavelength is null");
    this.flux = requireNonNull(flux, "flux is null");
    this.uncertainty = uncertainty;
  }

  /** Its MJD; only for those that have one. */
  double mjd() {
    return requireNonNull(epoch.mjd(), "no epoch");
  }

  double first() {
    return wavelength[0];
  }

  double last() {
    return wavelength[wavelength.length - 1];
  }

  /** Whether one of its samples is at most that far away. */
  boolean hasSample(double at, double distance) {
    int found = Arrays.binarySearch(wavelength, at - distance);
    int next = found >= 0 ? found : -found - 1;
    return next < wavelength.length && wavelength[next] <= at + distance;
  }

  /** Mean distance of its samples, Angstrom; what "finer" and "coarser" are about. */
  double step() {
    return (last() - first()) / (wavelength.length - 1);
  }
}
