package org.novacat.jobs.photometry.export;

import java.util.Optional;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * What a file of the AAVSO counts its times in (AAVSO Extended File Format 1.2, parameter DATE),
 * always UT.
 */
enum AavsoTimes {
  /** Julian Dates at the Earth. */
  JD,
  /** Julian Dates at the Sun. */
  HJD;

  /**
   * The count that an epoch is in, if it is one of these. A scale or place that nobody stated is
   * taken for UT at the Earth, as everybody does who writes JD alone.
   */
  static Optional<AavsoTimes> of(Epoch epoch) {
    boolean ut = epoch.scale() == TimeScale.UTC || epoch.scale() == TimeScale.UNKNOWN;
    TimeReference place = epoch.reference();
    if (!ut || place == TimeReference.BARY) {
      return Optional.empty();
    }
    return Optional.of(place == TimeReference.HELIO ? HJD : JD);
  }

  /** Whether {@link #of} had to assume the scale or the place. */
  static boolean isAssumed(Epoch epoch) {
    return epoch.scale() == TimeScale.UNKNOWN || epoch.reference() == TimeReference.UNKNOWN;
  }
}
