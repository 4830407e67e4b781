package org.novacat.fits.profile;

import java.util.Locale;
import org.novacat.layouts.spectrum.FluxCalibration;

/** What a unit says about the worth of flux values. */
public final class Calibrations {
  private Calibrations() {}

  /**
   * ABSOLUTE for a flux density, RELATIVE or NORMALIZED where the unit's text says so, UNCALIBRATED
   * for counts, no unit, and what is not known.
   */
  public static FluxCalibration ofUnit(String unit) {
    String u = unit.toLowerCase(Locale.ROOT);
    if (u.contains("relative")) {
      return FluxCalibration.RELATIVE;
    }
    if (u.contains("normali")) {
      return FluxCalibration.NORMALIZED;
    }
    boolean density =
        u.contains("erg")
            || u.contains("jy")
            || u.equals("flam")
            || u.equals("fnu")
            || u.startsWith("w")
            || u.contains(" w");
    return density ? FluxCalibration.ABSOLUTE : FluxCalibration.UNCALIBRATED;
  }
}
