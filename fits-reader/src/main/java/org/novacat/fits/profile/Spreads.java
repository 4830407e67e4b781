package org.novacat.fits.profile;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.profile.Words.Role;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * What an array that is named as an uncertainty holds, by its name and then by its unit: the unit
 * of the flux makes a standard deviation, the square of it a variance.
 */
public final class Spreads {
  private Spreads() {}

  /**
   * The kind; null where the array is none of a flux in this unit: a resolution in Angstrom, a
   * percentage, or noise of which nothing tells what it is.
   *
   * @param unit of the array; "" when it states none
   * @param fluxUnit "" when it states none
   */
  public static Uncertainty.@Nullable Kind kind(Role role, String unit, String fluxUnit) {
    String own = plain(unit);
    String flux = plain(fluxUnit);
    if (!own.isEmpty() && !flux.isEmpty()) {
      Uncertainty.Kind byUnit = byUnit(own, flux);
      if (byUnit != null) {
        return byUnit;
      }
    }
    boolean foreign = WavelengthUnits.isLength(unit) || own.equals("%") || own.equals("percent");
    return foreign ? null : byName(role);
  }

  /** Whether a name speaks of an uncertainty. */
  public static boolean isNamed(Role role) {
    return role == Role.NOISE || byName(role) != null;
  }

  private static Uncertainty.@Nullable Kind byName(Role role) {
    return switch (role) {
      case SIGMA -> Uncertainty.Kind.SIGMA;
      case IVAR -> Uncertainty.Kind.IVAR;
      case VARIANCE -> Uncertainty.Kind.VARIANCE;
      case NOISE, AXIS, LOG_AXIS, FLUX, MASK, GOOD, EITHER, OTHER -> null;
    };
  }

  private static Uncertainty.@Nullable Kind byUnit(String own, String flux) {
    if (own.equals(flux)) {
      return Uncertainty.Kind.SIGMA;
    }
    if (powers(flux, "2").contains(own)) {
      return Uncertainty.Kind.VARIANCE;
    }
    boolean inverse = powers(flux, "-2").contains(own) || powers(flux, "(-2)").contains(own);
    boolean divided = own.startsWith("1/") && powers(flux, "2").contains(own.substring(2));
    return inverse || divided ? Uncertainty.Kind.IVAR : null;
  }

  private static Set<String> powers(String unit, String power) {
    return Set.of("(" + unit + ")^" + power, unit + "^" + power, "(" + unit + ")" + power);
  }

  private static String plain(String unit) {
    return unit.toLowerCase(Locale.ROOT).replace("**", "^").replaceAll("\\s+", "");
  }
}
