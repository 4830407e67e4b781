package org.novacat.layouts.unit;

import java.util.Optional;
import java.util.OptionalDouble;

/** Conversion of flux densities to erg s⁻¹ cm⁻² Å⁻¹. */
public final class FluxDensity {
  /** Speed of light, Angstrom per second: 299792458 m/s exactly (SI brochure 9). */
  public static final double SPEED_OF_LIGHT_ANGSTROM = 2.99792458e18;

  private final double factor;
  private final boolean perFrequency;

  private FluxDensity(double factor, boolean perFrequency) {
    this.factor = factor;
    this.perFrequency = perFrequency;
  }

  /** The conversion from {@code unit}; empty when it is no flux density. */
  public static Optional<FluxDensity> from(Unit unit) {
    OptionalDouble lambda = unit.factorTo(Units.F_LAMBDA);
    if (lambda.isPresent()) {
      return Optional.of(new FluxDensity(lambda.getAsDouble(), false));
    }
    OptionalDouble nu = unit.factorTo(Units.F_NU);
    return nu.isPresent() ? Optional.of(new FluxDensity(nu.getAsDouble(), true)) : Optional.empty();
  }

  /** Whether the unit is a density per frequency, so that the result depends on wavelength. */
  public boolean perFrequency() {
    return perFrequency;
  }

  /**
   * Flux density per wavelength: {@code f_lambda = f_nu c / lambda^2} for densities per frequency,
   * which follows from {@code f_nu dnu = f_lambda dlambda}.
   *
   * @param values in the unit of this conversion; NaN stays NaN
   * @param wavelength Angstrom, in vacuum, of the same length
   * @return a new array, erg s⁻¹ cm⁻² Å⁻¹
   */
  public double[] toLambda(double[] values, double[] wavelength) {
    double[] converted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = values[i] * factor;
      if (perFrequency) {
        converted[i] *= SPEED_OF_LIGHT_ANGSTROM / (wavelength[i] * wavelength[i]);
      }
    }
    return converted;
  }
}
