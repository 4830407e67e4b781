package org.novacat.fits.profile;

import java.util.List;
import java.util.Locale;
import org.novacat.layouts.spectrum.FluxCalibration;

/** What a unit says about the worth of flux values. */
public final class Calibrations {
  private Calibrations() {}

  /** By the name of a column that says normalised or relative, else by its unit. */
  public static FluxCalibration ofColumn(String name, String unit) {
    List<String> tokens = Words.tokens(name);
    if (tokens.stream().anyMatch(token -> token.startsWith("NORM"))) {
      return FluxCalibration.NORMALIZED;
    }
    return tokens.contains("REL") || tokens.contains("RELATIVE")
        ? FluxCalibration.RELATIVE
        : ofUnit(unit.strip());
  }

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
