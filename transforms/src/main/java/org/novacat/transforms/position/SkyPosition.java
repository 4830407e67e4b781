package org.novacat.transforms.position;

/**
 * A position on the sky, ICRS.
 *
 * @param raDeg right ascension, degrees, from 0 up to 360
 * @param decDeg declination, degrees, from −90 to 90
 */
public record SkyPosition(double raDeg, double decDeg) {
  private static final double ARCSEC_PER_RADIAN = 3600 * 180 / Math.PI;

  public SkyPosition {
    if (!valid(raDeg, decDeg)) {
      throw new IllegalArgumentException(
          "Cannot build position: right ascension %s, declination %s (degrees, 0 to 360 and -90 to 90)"
              .formatted(raDeg, decDeg));
    }
  }

  /** Whether the two numbers are a position. */
  public static boolean valid(double raDeg, double decDeg) {
    return raDeg >= 0 && raDeg <= 360 && decDeg >= -90 && decDeg <= 90;
  }

  /**
   * The angle to another position, arc seconds; exact for small and for large angles (Vincenty's
   * formula on the sphere).
   */
  public double separationArcsec(SkyPosition other) {
    double lat1 = Math.toRadians(decDeg);
    double lat2 = Math.toRadians(other.decDeg);
    double dlon = Math.toRadians(other.raDeg - raDeg);
    double x = Math.cos(lat2) * Math.sin(dlon);
    double y = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dlon);
    double z = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(dlon);
    return Math.atan2(Math.hypot(x, y), z) * ARCSEC_PER_RADIAN;
  }
}
