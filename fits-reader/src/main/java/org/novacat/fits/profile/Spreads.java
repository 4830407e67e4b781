package org.novacat.fits.profile;

import org.jspecify.annotations.Nullable;
import org.novacat.fits.profile.Words.Role;
import org.novacat.layouts.axis.SpreadUnits;
import org.novacat.layouts.spectrum.Uncertainty;

/** What the words of an uncertainty say of an array. */
public final class Spreads {
  private Spreads() {}

  /** The kind, by the word and the unit; see {@link SpreadUnits#kind}. */
  public static Uncertainty.@Nullable Kind kind(Role role, String unit, String fluxUnit) {
    return SpreadUnits.kind(byName(role), unit, fluxUnit);
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
}
