package org.novacat.transforms.time;

import org.novacat.layouts.spectrum.TimeScale;

/** From any time scale to TDB. Dates are MJD. */
public final class TimeScales {
  /** TT − TAI, seconds (IAU 1991, resolution A4). */
  private static final double TT_MINUS_TAI = 32.184;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double J2000 = 51_544.5;
  private static final double DAYS_PER_CENTURY = 36_525;

  /**
   * Amplitude (s), rate (radians a century) and phase of the largest terms of TDB − TT (USNO
   * Circular 179, Kaplan 2005, equation 2.6; within 10 μs from 1600 to 2200).
   */
  private static final double[][] TDB_TERMS = {
    {0.001657, 628.3076, 6.2401},
    {0.000022, 575.3385, 4.2970},
    {0.000014, 1256.6152, 6.1969},
    {0.000005, 606.9777, 4.0212},
    {0.000005, 52.9691, 0.4444},
    {0.000002, 21.3299, 5.5431}
  };

  private TimeScales() {}

  /**
   * The date in TDB of a date in {@code scale}, at the geocentre.
   *
   * @throws IllegalArgumentException for an unknown scale, and for UTC before 1972
   */
  static double tdb(double mjd, TimeScale scale, LeapSeconds leapSeconds) {
    return switch (scale) {
      case TDB -> mjd;
      case TT -> tdbOfTt(mjd);
      case TAI -> tdbOfTt(ttOfTai(mjd));
      case UTC -> tdbOfTt(later(mjd, leapSeconds.taiMinusUtc(mjd) + TT_MINUS_TAI));
      case UNKNOWN -> throw new IllegalArgumentException("Cannot convert time: scale is UNKNOWN");
    };
  }

  /** The date in TT of a date in TAI. */
  public static double ttOfTai(double mjd) {
    return later(mjd, TT_MINUS_TAI);
  }

  /** The date some seconds later. */
  static double later(double mjd, double seconds) {
    return mjd + seconds / SECONDS_PER_DAY;
  }

  private static double tdbOfTt(double mjd) {
    return later(mjd, tdbMinusTt(mjd));
  }

  /** TDB − TT, seconds. */
  static double tdbMinusTt(double mjdTt) {
    double centuries = (mjdTt - J2000) / DAYS_PER_CENTURY;
    double sum = 0.000010 * centuries * Math.sin(628.3076 * centuries + 4.2490);
    for (double[] term : TDB_TERMS) {
      sum += term[0] * Math.sin(term[1] * centuries + term[2]);
    }
    return sum;
  }
}
