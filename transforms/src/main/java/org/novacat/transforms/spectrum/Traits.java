package org.novacat.transforms.spectrum;

import java.util.Comparator;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/** What a spectrum states once for all its orders. */
record Traits(
    Medium medium, MediumSource mediumSource, String fluxUnit, FluxCalibration calibration) {

  /** Whether orders of these two can be in one spectrum. */
  boolean agreesWith(Traits other) {
    return medium == other.medium
        && mediumSource == other.mediumSource
        && fluxUnit.equals(other.fluxUnit);
  }

  /** The same, worth no more than {@code other}: the constants are declared from best to worst. */
  Traits atMost(Traits other) {
    Comparator<FluxCalibration> byWorth = Comparator.naturalOrder();
    boolean worse = byWorth.compare(other.calibration, calibration) > 0;
    return worse ? new Traits(medium, mediumSource, fluxUnit, other.calibration) : this;
  }
}
