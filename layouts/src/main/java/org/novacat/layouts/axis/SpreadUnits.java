package org.novacat.layouts.axis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.unit.Dimension;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.Units;

/**
 * What an array that is named as an uncertainty holds, by its name and then by its unit: the unit
 * of the flux makes a standard deviation, the square of it a variance.
 */
public final class SpreadUnits {
  private SpreadUnits() {}

  /**
   * The kind; null where the array is none of a flux in this unit: a resolution in Angstrom, a
   * percentage, noise of which nothing tells what it is, or an inverse variance by its name that is
   * none by its unit.
   *
   * @param named what its name says; null when that leaves it open
   * @param unit of the array; "" when it states none
   * @param fluxUnit "" when it states none
   */
  public static Uncertainty.@Nullable Kind kind(
      Uncertainty.@Nullable Kind named, String unit, String fluxUnit) {
    if (unit.isBlank() || fluxUnit.isBlank()) {
      return isOther(unit) ? null : named;
    }
    if (plain(unit).equals(plain(fluxUnit))) {
      return named == null || named == Uncertainty.Kind.SIGMA ? Uncertainty.Kind.SIGMA : null;
    }
    Unit own = understood(unit);
    Unit flux = understood(fluxUnit);
    if (own == null || flux == null || flux.dimension().equals(Dimension.NONE)) {
      return isOther(unit) ? null : named;
    }
    Uncertainty.Kind byUnit = byUnit(own, flux);
    return named == null || named == Uncertainty.Kind.SIGMA || named == byUnit ? byUnit : null;
  }

  private static Uncertainty.@Nullable Kind byUnit(Unit own, Unit flux) {
    if (own.factorTo(flux).isPresent()) {
      return Uncertainty.Kind.SIGMA;
    }
    if (own.factorTo(flux.power(2)).isPresent()) {
      return Uncertainty.Kind.VARIANCE;
    }
    return own.factorTo(flux.power(-2)).isPresent() ? Uncertainty.Kind.IVAR : null;
  }

  private static @Nullable Unit understood(String text) {
    return Units.parse(text).match(UnitReading.Understood::unit, worded -> null, unknown -> null);
  }

  /** Whether no flux is in this unit: a length, a percentage. */
  private static boolean isOther(String unit) {
    String plain = plain(unit);
    return plain.equals("%")
        || plain.equals("percent")
        || (!plain.isEmpty() && WavelengthUnit.of(unit).isLength());
  }

  private static String plain(String unit) {
    return unit.toLowerCase(Locale.ROOT).replace("**", "^").replaceAll("\\s+", "");
  }
}
