package org.novacat.transforms.time;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * When the light of an epoch passed the barycentre of the solar system, in TDB (photometry
 * specification, section 4). Within 1 ms for the geocentre and the Sun; where on Earth the observer
 * stood is not in the table and makes up to 21 ms. Safe for use by many threads.
 */
public final class BarycentricTime {
  /** Light takes so many seconds for one au (IAU 2012, resolution B2, over the speed of light). */
  private static final double SECONDS_PER_AU = 499.004_783_836_156_4;

  private final LeapSeconds leapSeconds;
  private final SolarSystem solarSystem = new SolarSystem();

  /** Times by these leap seconds. */
  public BarycentricTime(LeapSeconds leapSeconds) {
    this.leapSeconds = leapSeconds;
  }

  /**
   * The arrival at the barycentre, MJD in TDB.
   *
   * @return null when the source names no scale or no place, and before 1972, unless it is the time
   *     of the source itself
   */
  public @Nullable Double of(Epoch epoch, SkyPosition nova) {
    if (epoch.reference() == TimeReference.BARY && epoch.scale() == TimeScale.TDB) {
      return epoch.mjd();
    }
    boolean unknown =
        epoch.scale() == TimeScale.UNKNOWN || epoch.reference() == TimeReference.UNKNOWN;
    if (unknown || epoch.mjd() < LeapSeconds.FIRST) {
      return null;
    }
    double tdb = TimeScales.tdb(epoch.mjd(), epoch.scale(), leapSeconds);
    return TimeScales.later(tdb, lightTime(tdb, epoch.reference(), nova));
  }

  /** How much later than at the place it passes the barycentre, seconds. */
  private double lightTime(double tdb, TimeReference place, SkyPosition nova) {
    return switch (place) {
      case GEO -> SECONDS_PER_AU * along(solarSystem.earth(tdb), nova);
      case HELIO -> SECONDS_PER_AU * along(solarSystem.sun(tdb), nova);
      case BARY, UNKNOWN -> 0;
    };
  }

  /** The part of a vector that points to a nova, which is infinitely far away. */
  private static double along(double[] vector, SkyPosition nova) {
    double ra = Math.toRadians(nova.raDeg());
    double dec = Math.toRadians(nova.decDeg());
    return (vector[0] * Math.cos(ra) + vector[1] * Math.sin(ra)) * Math.cos(dec)
        + vector[2] * Math.sin(dec);
  }
}
