package org.novacat.fits.profile;

import java.util.List;
import java.util.Locale;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;

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
   * ABSOLUTE for a flux density, RELATIVE or NORMALIZED where the unit's text says so, RELATIVE for
   * a flux that is no density, UNCALIBRATED for counts, no unit, and what is not known.
   */
  public static FluxCalibration ofUnit(String unit) {
    return Units.parse(unit)
        .match(
            understood -> ofUnit(understood.unit()),
            worded -> ofWord(worded.word()),
            unknown -> ofText(unit));
  }

  private static FluxCalibration ofUnit(Unit unit) {
    if (FluxDensity.from(unit.bare()).isPresent()) {
      return FluxCalibration.ABSOLUTE;
    }
    return unit.factorTo(Units.FLUX).isPresent()
        ? FluxCalibration.RELATIVE
        : FluxCalibration.UNCALIBRATED;
  }

  private static FluxCalibration ofWord(UnitWord word) {
    return switch (word) {
      case RELATIVE -> FluxCalibration.RELATIVE;
      case NORMALIZED -> FluxCalibration.NORMALIZED;
      case UNSTATED -> FluxCalibration.UNCALIBRATED;
    };
  }

  /** A sentence on a unit that lacks what would make it a density; "" where it does not. */
  static String doubt(String unit) {
    boolean bare =
        Units.parse(unit)
            .match(
                understood -> understood.unit().factorTo(Units.FLUX).isPresent(),
                worded -> false,
                unknown -> false);
    return bare
        ? "The unit of the flux, '%s' as it is stated, is no flux density: it lacks 'per wavelength' or 'per frequency', so fluxes are relative."
            .formatted(unit)
        : "";
  }

  /** What no table of units has. */
  private static FluxCalibration ofText(String unit) {
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
