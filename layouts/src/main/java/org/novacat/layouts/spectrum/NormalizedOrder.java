package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One order of a normalised spectrum. All arrays have the same length n ≥ 2; NaN stays NaN.
 *
 * @param order the file's own number of this order
 * @param wavelength wavelength, Angstrom, in the medium of the file, strictly increasing
 * @param wavelengthVacuum wavelength in vacuum, Angstrom; null when the medium is not known from
 *     header or data model
 * @param flux flux in the unit found, a leading factor of the unit applied
 * @param fluxLambda flux density, erg s⁻¹ cm⁻² Å⁻¹; null when the unit is no flux density
 * @param uncertainty one standard deviation, unit of {@code flux}, NaN where unknown; null when the
 *     file has none
 * @param uncertaintyLambda the same in the unit of {@code fluxLambda}; null when either is
 * @param maskBits the file's own quality bits; null when it has none
 * @param good whether each sample is usable
 */
public record NormalizedOrder(
    int order,
    double[] wavelength,
    double @Nullable [] wavelengthVacuum,
    double[] flux,
    double @Nullable [] fluxLambda,
    double @Nullable [] uncertainty,
    double @Nullable [] uncertaintyLambda,
    int @Nullable [] maskBits,
    boolean[] good) {
  public NormalizedOrder {
    requireNonNull(wavelength, "wavelength is null");
    requireNonNull(flux, "flux is null");
    requireNonNull(good, "good is null");
  }

  /** Number of samples. */
  public int length() {
    return wavelength.length;
  }
}
