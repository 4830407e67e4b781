package org.novacat.layouts.position;

import java.io.Serializable;

/**
 * A place on the sky, ICRS.
 *
 * @param raDeg right ascension, degrees, 0 ≤ ra &lt; 360
 * @param decDeg declination, degrees, −90 to 90
 */
public record SkyPosition(double raDeg, double decDeg) implements Serializable {
  public SkyPosition {
    if (!valid(raDeg, 0)) {
      throw new IllegalArgumentException(
          "Cannot use right ascension %s: it is not in 0 ≤ ra < 360 degrees".formatted(raDeg));
    }
    if (!valid(0, decDeg)) {
      throw new IllegalArgumentException(
          "Cannot use declination %s: it is not in -90 to 90 degrees".formatted(decDeg));
    }
  }

  /** Whether the two numbers, degrees, are a position. */
  public static boolean valid(double raDeg, double decDeg) {
    return raDeg >= 0 && raDeg < 360 && decDeg >= -90 && decDeg <= 90;
  }

  /**
   * The angle to another place, arcsec. Accurate at all distances (Vincenty's formula on the
   * sphere: Vincenty 1975, Survey Review 23, 88, with flattening zero).
   */
  public double separationArcsec(SkyPosition other) {
    double lat1 = Math.toRadians(decDeg);
    double lat2 = Math.toRadians(other.decDeg);
    double dLon = Math.toRadians(other.raDeg - raDeg);
    double east = Math.cos(lat2) * Math.sin(dLon);
    double north =
        Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
    double along =
        Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(dLon);
    return Math.toDegrees(Math.atan2(Math.hypot(east, north), along)) * 3600;
  }
}
