package org.novacat.transforms.spectrum;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.layouts.unit.Unit;

/**
 * Flux in canonical form, in the order of the axis.
 *
 * @param values in {@code symbol}, leading factor applied
 * @param lambda erg s⁻¹ cm⁻² Å⁻¹; null when the unit is no flux density
 * @param symbol normalised spelling of the unit; "" when there is none
 * @param sourceText the unit as the file spells it
 * @param unit the unit with its leading factor; null when the text is a word
 * @param calibration what the values are worth
 */
record FluxReading(
    double[] values,
    double @Nullable [] lambda,
    String symbol,
    String sourceText,
    @Nullable Unit unit,
    FluxCalibration calibration) {

  /** The leading factor of the unit; 1 when there is none. */
  double factor() {
    return unit == null ? 1 : unit.factor();
  }

  /** The conversion from {@code symbol} to flux density per wavelength; null when there is none. */
  @Nullable FluxDensity density() {
    return unit == null ? null : FluxDensity.from(unit.bare()).orElse(null);
  }
}
