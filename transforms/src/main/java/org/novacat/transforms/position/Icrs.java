package org.novacat.transforms.position;

import java.util.Optional;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.SphericalCoordinate;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;

/**
 * Positions in ICRS, from any frame that a file states: FK5 of any equinox by the precession of IAU
 * 1976, FK4 by Standish's matrix as SOFA has it (Seidelmann 1992, Explanatory Supplement, 3.591-4),
 * apparent places by IAU 2006, galactic coordinates by the matrix of Hipparcos. No proper motions;
 * FK4 is read with its terms of aberration (0.4 arcsec off for those who left them out) and at
 * epoch 1950. Within 0.5 arcsec of astropy for equinoxes from 1850 to 2050.
 */
public final class Icrs {
  private static final double MJD_ZERO = 2_400_000.5;
  private static final double MJD_J2000 = 51_544.5;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double B1950 = 1950;

  private Icrs() {}

  /** Where the target of an observation is; empty when it states no position or no clear frame. */
  public static Optional<SkyPosition> of(Observation observation) {
    Double ra = observation.raDeg();
    Double dec = observation.decDeg();
    ObservationTime time = observation.time();
    if (ra == null || dec == null) {
      return Optional.empty();
    }
    // Some count right ascension to 360 and mean 0.
    double once = ra == 360 ? 0 : ra;
    return SkyPosition.valid(once, dec)
        ? of(once, dec, observation.frame(), time == null ? Double.NaN : time.mjd())
        : Optional.empty();
  }

  /**
   * The place in ICRS.
   *
   * @param lon right ascension or galactic longitude, degrees
   * @param lat declination or galactic latitude, degrees
   * @param mjd when it was observed, for apparent places; NaN when not known
   * @return empty when the frame is not clear, and for an apparent place of an unknown time
   */
  public static Optional<SkyPosition> of(double lon, double lat, SkyFrame frame, double mjd) {
    if (isIcrs(frame)) {
      return Optional.of(new SkyPosition(lon, lat));
    }
    double ra = Math.toRadians(lon);
    double dec = Math.toRadians(lat);
    @Nullable SphericalCoordinate found =
        switch (frame.kind()) {
          case FK5 -> fromFk5(ra, dec, frame.equinox());
          case FK4 -> fromFk4(ra, dec, frame.equinox());
          case GALACTIC -> JSOFA.jauG2icrs(ra, dec);
          case APPARENT -> Double.isNaN(mjd) ? null : apparent(ra, dec, mjd);
          case ICRS, UNCLEAR -> null;
        };
    return found == null ? Optional.empty() : Optional.of(position(found));
  }

  private static boolean isIcrs(SkyFrame frame) {
    boolean j2000 = frame.kind() == SkyFrame.Kind.FK5 && frame.equinox() == 2000;
    return j2000 || frame.kind() == SkyFrame.Kind.ICRS;
  }

  private static SkyPosition position(SphericalCoordinate place) {
    double degrees = Math.toDegrees(JSOFA.jauAnp(place.alpha));
    return new SkyPosition(degrees >= 360 ? 0 : degrees, Math.toDegrees(place.delta));
  }

  private static SphericalCoordinate fromFk5(double ra, double dec, double equinox) {
    double mjd = MJD_J2000 + (equinox - 2000) * DAYS_PER_YEAR;
    double[][] sinceJ2000 = JSOFA.jauPmat76(MJD_ZERO, mjd);
    SphericalCoordinate j2000 = JSOFA.jauC2s(JSOFA.jauTrxp(sinceJ2000, JSOFA.jauS2c(ra, dec)));
    return JSOFA.jauFk5hz(j2000.alpha, j2000.delta, MJD_ZERO, MJD_J2000);
  }

  private static SphericalCoordinate fromFk4(double ra, double dec, double equinox) {
    SphericalCoordinate b1950 = Newcomb.precess(ra, dec, equinox, B1950);
    SphericalCoordinate fk5 = JSOFA.jauFk45z(b1950.alpha, b1950.delta, B1950);
    return JSOFA.jauFk5hz(fk5.alpha, fk5.delta, MJD_ZERO, MJD_J2000);
  }

  /** The equation of the origins takes the equinox to the origin that SOFA counts from. */
  private static SphericalCoordinate apparent(double ra, double dec, double mjd) {
    double fromOrigin = JSOFA.jauAnp(ra + JSOFA.jauEo06a(MJD_ZERO, mjd));
    JSOFA.SphericalCoordinateEO place = JSOFA.jauAtic13(fromOrigin, dec, MJD_ZERO, mjd);
    return place.pos;
  }
}
