package org.novacat.layouts.observation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * What one card, or a day with a time of day, says of an instant.
 *
 * @param source the card or cards
 * @param value as it stands there
 * @param role which instant of the exposure
 * @param mjd the instant, Modified Julian Date
 * @param precision how wide the interval is that it leaves open, days
 * @param dayOnly whether it means a day and no time of day: a date alone, or midnight to the last
 *     digit, which some write for a day
 * @param scale time scale
 */
record Claim(
    String source,
    String value,
    Role role,
    double mjd,
    double precision,
    boolean dayOnly,
    TimeScale scale) {
  /** TT and UTC are 69 s apart and clocks of telescopes are set by hand: no contradiction. */
  private static final double SLACK = 70 / 86_400.0;

  /**
   * A day may be the local one at the beginning of the night: so far before and behind its 0h UT.
   */
  private static final double DAY_FROM = -0.6;

  private static final double DAY_TO = 1.75;
  private static final double HOUR = 1 / 24.0;

  Claim {
    requireNonNull(source, "source is null");
    requireNonNull(value, "value is null");
    requireNonNull(role, "role is null");
    requireNonNull(scale, "scale is null");
  }

  /** The same, known to that many days, and a time of day. */
  Claim exactly(double days) {
    return new Claim(source, value, role, mjd, days, false, scale);
  }

  /** The same in another role. */
  Claim as(Role other) {
    return new Claim(source, value, other, mjd, precision, dayOnly, scale);
  }

  private double earliest() {
    return dayOnly ? mjd + DAY_FROM : mjd - precision;
  }

  private double latest() {
    return dayOnly ? mjd + DAY_TO : mjd + precision;
  }

  /**
   * Whether two claims cannot be of the same exposure, given how long it was.
   *
   * @param exposure days; NaN when not known
   * @param ends whether a card states the end, which then bounds what lies before it
   */
  boolean contradicts(Claim other, double exposure, boolean ends) {
    if (role.compareTo(other.role) > 0) {
      return other.contradicts(this, exposure, ends);
    }
    double smallest = other.earliest() - latest() - SLACK;
    double largest = other.latest() - earliest() + SLACK;
    double within = Double.isNaN(exposure) ? 0 : Math.min(exposure, 1);
    double longest = longest(exposure, ends);
    double least = role == other.role ? -within : 0;
    double most = role == other.role ? within : longest;
    if (other.role == Role.ANY) {
      least = role == Role.START ? 0 : -longest;
      most = role == Role.END ? 0 : longest;
    }
    return largest < least || smallest > most;
  }

  /**
   * How far the middle may lie behind the start, days: twice an exposure that is known and an hour,
   * because exposures that were added have pauses between them; a day where none is known.
   */
  private double longest(double exposure, boolean ends) {
    if (ends) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isNaN(exposure) ? 1 : 2 * exposure + HOUR;
  }

  /** How far apart two claims are, for a note. */
  String apart(Claim other) {
    double days = Math.abs(other.mjd - mjd);
    return days >= 2
        ? String.format(Locale.ROOT, "%.1f d", days)
        : String.format(Locale.ROOT, "%.2f h", days * 24);
  }

  @Override
  public String toString() {
    return source + " = " + value;
  }
}
