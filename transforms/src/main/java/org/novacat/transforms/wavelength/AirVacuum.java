package org.novacat.transforms.wavelength;

import java.util.Arrays;

/**
 * Wavelengths in air and in vacuum, after Ciddor 1996 (Applied Optics 35, 1566) for dry air at 15
 * °C, 101325 Pa and 450 ppm of CO₂:
 *
 * <pre>n − 1 = 0.05792105 / (238.0185 − s²) + 0.00167917 / (57.362 − s²),  s = 10⁴ Å / λ_vacuum
 * </pre>
 *
 * <p>FITS paper III (Greisen et al. 2006), equation 65, is not used: its refractivity near Hα is
 * 291 parts in a million against 276, an error of 4.5 km/s.
 *
 * <p>By convention wavelengths below 2000 Å are always those in vacuum, so neither direction
 * changes them. A vacuum wavelength of 2000 to 2000.65 Å has no air wavelength of its own under
 * this convention: it comes out below 2000 Å and does not come back.
 */
public final class AirVacuum {
  /** Shortest wavelength, Angstrom, that is ever given in air. */
  public static final double SHORTEST_IN_AIR = 2000;

  /**
   * The refractive index changes by less than 10⁻⁴ of a relative change of wavelength, so each step
   * of the fixed point gains four digits; from 3·10⁻⁴ off, four steps end below one rounding.
   */
  private static final int STEPS = 4;

  private AirVacuum() {}

  /** The refractive index of air at a vacuum wavelength in Angstrom. */
  static double refractiveIndex(double vacuum) {
    double s = 1e4 / vacuum;
    double s2 = s * s;
    return 1 + 5.792105e-2 / (238.0185 - s2) + 1.67917e-3 / (57.362 - s2);
  }

  /** The wavelength in air of one in vacuum, both Angstrom; NaN stays NaN. */
  public static double toAir(double vacuum) {
    return vacuum < SHORTEST_IN_AIR ? vacuum : vacuum / refractiveIndex(vacuum);
  }

  /** The wavelength in vacuum of one in air, both Angstrom; NaN stays NaN. */
  public static double toVacuum(double air) {
    if (air < SHORTEST_IN_AIR) {
      return air;
    }
    double vacuum = air;
    for (int i = 0; i < STEPS; i++) {
      vacuum = air * refractiveIndex(vacuum);
    }
    return vacuum;
  }

  /** {@link #toVacuum(double)} of each value, in a new array. */
  public static double[] toVacuum(double[] air) {
    return Arrays.stream(air).map(AirVacuum::toVacuum).toArray();
  }
}
