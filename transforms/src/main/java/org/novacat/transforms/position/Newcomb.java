package org.novacat.transforms.position;

import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.SphericalCoordinate;

/**
 * Precession between Besselian equinoxes before FK5: Newcomb's, with the coefficients of Kinoshita
 * (1975, Smithsonian Astrophysical Observatory Special Report 364).
 */
final class Newcomb {
  private static final double ARCSEC = Math.toRadians(1 / 3600.0);

  private Newcomb() {}

  /**
   * A place of one equinox at another one.
   *
   * @param ra radians
   * @param dec radians
   */
  static SphericalCoordinate precess(double ra, double dec, double from, double to) {
    if (from == to) {
      return new SphericalCoordinate(ra, dec);
    }
    // Centuries from 1850 to the first equinox, and from that to the second.
    double t0 = (from - 1850) / 100;
    double t = (to - from) / 100;
    double w = 2303.5548 + (1.39720 + 0.000059 * t0) * t0;
    double zeta = (w + (0.30242 - 0.000269 * t0 + 0.017996 * t) * t) * t * ARCSEC;
    double z = (w + (1.09478 + 0.000387 * t0 + 0.018324 * t) * t) * t * ARCSEC;
    double bend = -0.42647 - 0.000365 * t0 - 0.041802 * t;
    double theta = (2005.1125 + (-0.85294 - 0.000365 * t0) * t0 + bend * t) * t * ARCSEC;
    return JSOFA.jauC2s(turned(JSOFA.jauS2c(ra, dec), zeta, theta, z));
  }

  /** R3(−z) R2(θ) R3(−ζ). */
  private static double[] turned(double[] place, double zeta, double theta, double z) {
    double[] first = aboutPole(place, zeta);
    double c = Math.cos(theta);
    double s = Math.sin(theta);
    double[] second = {c * first[0] - s * first[2], first[1], s * first[0] + c * first[2]};
    return aboutPole(second, z);
  }

  private static double[] aboutPole(double[] v, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1], v[2]};
  }
}
