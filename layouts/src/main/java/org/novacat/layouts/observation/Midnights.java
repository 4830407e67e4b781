package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.List;

/**
 * Midnight to the last digit: 59292.0 and T00:00:00 are written for days of which nobody knew the
 * time, and now and then for midnight.
 */
final class Midnights {
  /** An exposure that began at midnight ends or has its middle within six hours. */
  private static final double LONGEST = 0.25;

  private Midnights() {}

  /**
   * The same claims, in which a start at midnight is one where the middle or the end that the same
   * kind of card states lies shortly behind it.
   */
  static List<Claim> settled(List<Claim> claims) {
    List<Claim> settled = new ArrayList<>(claims);
    settled.replaceAll(claim -> settled(claim, claims));
    return settled;
  }

  private static Claim settled(Claim claim, List<Claim> claims) {
    if (!claim.dayOnly() || claim.role() != Role.START || claim.source().contains(" and ")) {
      return claim;
    }
    return claims.stream()
        .filter(other -> other.role() == Role.END && !other.dayOnly())
        .filter(other -> isWritten(other, claim) && isSoonAfter(other, claim))
        .findFirst()
        .map(other -> claim.exactly(other.precision()))
        .orElse(claim);
  }

  /**
   * Cards of one family, such as MJD-OBS and MJD-END, of which the start has a point or a colon.
   */
  private static boolean isWritten(Claim other, Claim claim) {
    boolean family = other.source().regionMatches(0, claim.source(), 0, 3);
    return family && (claim.value().contains(":") || claim.value().contains("."));
  }

  private static boolean isSoonAfter(Claim other, Claim claim) {
    return other.mjd() > claim.mjd() && other.mjd() - claim.mjd() <= LONGEST;
  }
}
