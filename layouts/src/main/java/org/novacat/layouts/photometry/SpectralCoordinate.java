package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

/**
 * Where in the spectrum, as a source says it.
 *
 * @param value wavelength, frequency or energy
 * @param unit {@code Angstrom}, {@code GHz}, {@code keV}, {@code MeV} or {@code GeV}
 */
public record SpectralCoordinate(double value, String unit) {
  public SpectralCoordinate {
    requireNonNull(unit, "unit is null");
    if (!(value > 0)) {
      throw new IllegalArgumentException("Cannot build spectral coordinate: " + value + " " + unit);
    }
  }
}
