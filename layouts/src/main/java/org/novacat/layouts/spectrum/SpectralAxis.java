package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

/**
 * The wavelength axis of one spectrum as the file holds it.
 *
 * @param values one value a sample, in {@code unit}, in the file's own order; may hold NaN or
 *     infinities where the file does
 * @param unit the unit as the file spells it, or the assumed one; "" when there is none
 * @param unitAssumed whether {@code unit} is an assumption and not stated by the file
 * @param medium what the wavelengths were measured in
 * @param mediumSource how that is known
 * @param source where the values come from, for people, e.g. {@code column WAVELENGTH}
 */
public record SpectralAxis(
    double[] values,
    String unit,
    boolean unitAssumed,
    Medium medium,
    MediumSource mediumSource,
    String source) {
  public SpectralAxis {
    requireNonNull(values, "values is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(medium, "medium is null");
    requireNonNull(mediumSource, "mediumSource is null");
    requireNonNull(source, "source is null");
  }

  /** The same axis with these values. */
  public SpectralAxis with(double[] others) {
    return new SpectralAxis(others, unit, unitAssumed, medium, mediumSource, source);
  }

  /** The same axis, its unit spelt so. */
  public SpectralAxis in(String spelling) {
    return new SpectralAxis(values, spelling, unitAssumed, medium, mediumSource, source);
  }

  /** The same axis in this medium. */
  public SpectralAxis in(Medium other, MediumSource known) {
    return new SpectralAxis(values, unit, unitAssumed, other, known, source);
  }
}
