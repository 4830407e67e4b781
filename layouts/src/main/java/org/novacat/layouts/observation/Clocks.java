package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.time.ClockText.Clock;

/** Times of day on the days that other cards give. */
final class Clocks {
  /** A time of day so little before the start is not of the next day. */
  private static final double SLACK = 0.01;

  private Clocks() {}

  /** What a card says of the time of day. */
  record Reading(StatedCard card, Role role, Clock clock, TimeScale scale) {}

  /**
   * The instants: on the day of the start; those of the middle and the end on the next one where
   * they would lie before the start.
   *
   * @param claims instants and days that stand in cards of their own
   */
  static List<Claim> onDays(List<Reading> clocks, List<Claim> claims) {
    List<Claim> instants = new ArrayList<>();
    for (Reading clock : clocks) {
      Claim day = day(clock.role(), claims);
      Claim instant = instant(claims, day);
      if (instant != null) {
        instants.add(near(instant, clock));
      } else if (day != null) {
        instants.add(on(day, clock, startOfDay(clocks)));
      }
    }
    return instants;
  }

  /** The first start, or without a day the first instant of any kind. */
  private static @Nullable Claim instant(List<Claim> claims, @Nullable Claim day) {
    Claim start = first(claims, false, Role.START);
    return start != null || day != null ? start : first(claims, false, Role.ANY);
  }

  private static @Nullable Claim first(List<Claim> claims, boolean day, Role role) {
    return claims.stream()
        .filter(claim -> claim.dayOnly() == day && claim.precision() <= 1)
        .filter(claim -> claim.role() == role)
        .findFirst()
        .orElse(null);
  }

  /** The day of that role, else that of the start, else any that is stated. */
  private static @Nullable Claim day(Role role, List<Claim> claims) {
    return Stream.of(role, Role.START, Role.ANY, Role.END, Role.MIDDLE)
        .map(one -> first(claims, true, one))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static double startOfDay(List<Reading> clocks) {
    return clocks.stream()
        .filter(clock -> clock.role() == Role.START)
        .mapToDouble(clock -> clock.clock().days())
        .findFirst()
        .orElse(0);
  }

  private static Claim on(Claim day, Reading clock, double start) {
    double of = clock.clock().days();
    boolean later = day.role() != clock.role() && clock.role() != Role.START && of < start - SLACK;
    return claim(Math.floor(day.mjd()) + of + (later ? 1 : 0), clock, day.source() + " and ");
  }

  /** The time of day nearest to an instant, or the first one after it. */
  private static Claim near(Claim start, Reading clock) {
    double after = clock.clock().days() - (start.mjd() - Math.floor(start.mjd()));
    double least = clock.role() == Role.START || clock.role() == Role.ANY ? -0.5 : -SLACK;
    double shift = after < least ? 1 : after > least + 1 ? -1 : 0;
    double mjd = Math.floor(start.mjd()) + clock.clock().days() + shift;
    return claim(mjd, clock, start.source() + " and ");
  }

  private static Claim claim(double mjd, Reading clock, String day) {
    boolean midnight = clock.clock().days() == 0;
    return new Claim(
        day + clock.card().keyword(),
        clock.card().value(),
        clock.role(),
        mjd,
        midnight ? 1 : clock.clock().precisionDays(),
        midnight,
        clock.scale());
  }
}
