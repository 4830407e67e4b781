package org.novacat.layouts.photometry;

import java.util.Locale;

/** What a spectral coordinate counts. */
public enum SpectralKind {
  WAVELENGTH,
  FREQUENCY,
  ENERGY;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As the table writes it, e.g. {@code wavelength}. */
  public String code() {
    return code;
  }

  /**
   * What a unit of the table measures.
   *
   * @throws IllegalArgumentException when it is none of Angstrom, GHz, keV, MeV, GeV
   */
  public static SpectralKind ofUnit(String unit) {
    return switch (unit) {
      case "Angstrom" -> WAVELENGTH;
      case "GHz" -> FREQUENCY;
      case "keV", "MeV", "GeV" -> ENERGY;
      default ->
          throw new IllegalArgumentException(
              "Cannot use spectral unit '%s': it is none of Angstrom, GHz, keV, MeV, GeV"
                  .formatted(unit));
    };
  }
}
