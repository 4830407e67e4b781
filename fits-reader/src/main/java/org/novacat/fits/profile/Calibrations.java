package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;

/** What a unit says about the worth of flux values. */
public final class Calibrations {
  /** Words of units that count logarithms. */
  private static final Pattern LOGARITHMS =
      Pattern.compile("\\b(?:(?:ab|st|vega)?mags?|magnitudes?|dex|log(?:10)?|ln)\\b");

  /** Of units that were asked about before: files of one source have the same. */
  private static final Memo<String> DOUBTS = new Memo<>(Calibrations::doubtOf);

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

  /**
   * A sentence on a unit that lacks what would make it a density, or counts magnitudes or other
   * logarithms; "" on others.
   */
  static String doubt(String unit) {
    return unit.isEmpty() ? "" : requireNonNull(DOUBTS.of(unit), "a doubt is a text");
  }

  private static String doubtOf(String unit) {
    if (isLogarithmic(unit)) {
      return "The unit of the flux, '%s', counts logarithms: the values are kept as they stand and are no linear flux."
          .formatted(unit);
    }
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

  private static boolean isLogarithmic(String unit) {
    return LOGARITHMS.matcher(unit.toLowerCase(Locale.ROOT)).find();
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
    if (isLogarithmic(unit)) {
      return FluxCalibration.UNCALIBRATED;
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
