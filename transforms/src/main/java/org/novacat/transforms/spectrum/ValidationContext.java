package org.novacat.transforms.spectrum;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;

/**
 * What a spectrum is checked against besides itself.
 *
 * @param nova position of the nova; null when not known, and then positions are not compared
 * @param toleranceArcsec how far the target may lie from the nova, arc seconds
 * @param latestMjd the latest time at which the observation can have been made, such as the time of
 *     registration; fixed for a product, so that doing it again gives the same notes
 */
public record ValidationContext(
    @Nullable SkyPosition nova, double toleranceArcsec, double latestMjd) {
  /**
   * Default tolerance, arc seconds: headers give where the telescope was told to point, often typed
   * by hand to a whole minute of arc, and amateur mounts miss by as much.
   */
  public static final double DEFAULT_TOLERANCE_ARCSEC = 60;

  public ValidationContext {
    if (!(toleranceArcsec > 0)) {
      throw new IllegalArgumentException(
          "Cannot validate spectra: tolerance is %s arcsec (it must be above 0)"
              .formatted(toleranceArcsec));
    }
  }

  /** No position to compare with, the default tolerance. */
  public static ValidationContext at(double latestMjd) {
    return new ValidationContext(null, DEFAULT_TOLERANCE_ARCSEC, latestMjd);
  }

  /** The same with the position of the nova. */
  public ValidationContext withNova(SkyPosition position) {
    return new ValidationContext(position, toleranceArcsec, latestMjd);
  }
}
