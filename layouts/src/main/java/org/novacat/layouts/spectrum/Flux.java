package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

/**
 * Flux samples as the file holds them, after the scaling of the FITS standard (BSCALE, TSCAL).
 *
 * @param values one value a sample, in {@code unit}; NaN where the file has a null
 * @param unit the unit as the file spells it, a leading factor included; "" when there is none
 * @param calibration what the convention or the header says the values are worth
 */
public record Flux(double[] values, String unit, FluxCalibration calibration) {
  public Flux {
    requireNonNull(values, "values is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(calibration, "calibration is null");
  }
}
