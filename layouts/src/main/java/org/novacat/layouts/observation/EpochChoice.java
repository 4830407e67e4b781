package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ObservationTime;

/**
 * The one time that claims which do not contradict each other give, mid-exposure first: a card that
 * states it, the mean of start and end, start plus half the exposure, end minus half of it, and
 * only then an instant of which nobody says which it is, a start or an end alone, a day.
 */
final class EpochChoice {
  private static final double SLACK = 70 / 86_400.0;

  /** What is known to 86 s counts as known; between such, the order decides. */
  private static final double GOOD = 0.001;

  /** Between claims that are finer than two seconds the order decides, too. */
  private static final double FINE = 2e-5;

  /** Finer than this no time is kept: 0.1 ms. */
  private static final double FINEST = 1e-9;

  private static final int MOST_QUARRELS = 3;
  private static final double HOUR = 1 / 24.0;

  private final Exposure exposure;
  private final @Nullable Claim start;
  private final @Nullable Claim middle;
  private final @Nullable Claim end;
  private final @Nullable Claim any;
  private final @Nullable Double span;

  /**
   * A way to get the time.
   *
   * @param doubt how far from the middle it may be for other reasons than its precision, days
   */
  private record Way(Claim of, double mjd, double precision, String source, double doubt) {
    double badness() {
      double sum = precision + doubt;
      return sum <= GOOD ? 0 : sum;
    }

    ObservationTime time(@Nullable Double span) {
      return new ObservationTime(mjd, of.scale(), source, Math.max(FINEST, precision), span);
    }
  }

  private EpochChoice(List<Claim> claims, Exposure exposure, String days) {
    this.exposure = exposure;
    this.start = best(claims, Role.START);
    this.middle = onItsDay(best(claims, Role.MIDDLE), exposure.halfDays());
    this.end = onItsDay(best(claims, Role.END), 2 * exposure.halfDays());
    this.any = best(claims, Role.ANY);
    this.span = longer(span(), spanOf(days));
  }

  /** The time; null when there is no claim. */
  static @Nullable ObservationTime of(Claims claims, Exposure exposure, String listOfDays) {
    List<Claim> all = claims.all().isEmpty() ? claims.heliocentric() : claims.all();
    EpochChoice choice = new EpochChoice(all, exposure, listOfDays);
    return choice
        .ways()
        .min(Comparator.comparingDouble(Way::badness))
        .map(way -> way.time(choice.span))
        .orElse(null);
  }

  /** A sentence for each pair of claims that contradict each other, up to three. */
  static List<String> quarrels(List<Claim> claims, double exposureDays) {
    boolean ends = claims.stream().anyMatch(claim -> claim.role() == Role.END);
    List<String> quarrels = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      for (int k = i + 1; k < claims.size() && quarrels.size() < MOST_QUARRELS; k++) {
        if (claims.get(i).contradicts(claims.get(k), exposureDays, ends)) {
          quarrels.add(quarrel(claims.get(i), claims.get(k)));
        }
      }
    }
    return quarrels;
  }

  private static String quarrel(Claim one, Claim other) {
    return "%s and %s contradict each other (%s apart); the time of the observation is taken as unknown."
        .formatted(one, other, one.apart(other));
  }

  /** The finest claim of a role; those that are fine enough in the order in which they come. */
  private static @Nullable Claim best(List<Claim> claims, Role role) {
    return claims.stream()
        .filter(claim -> claim.role() == role)
        .min(Comparator.comparingDouble(claim -> Math.max(FINE, claim.precision())))
        .map(best -> asExactAsOthersAgree(best, claims))
        .orElse(null);
  }

  /**
   * A time of day on the day of another card, of an exposure that then began on the day before:
   * whether that card means the one day or the other is open.
   */
  private @Nullable Claim onItsDay(@Nullable Claim claim, double sinceStart) {
    if (claim == null || !claim.source().contains(" and ")) {
      return claim;
    }
    boolean began = start == null || start.dayOnly();
    return began && claim.mjd() - sinceStart < Math.floor(claim.mjd())
        ? claim.exactly(Math.max(1, claim.precision()))
        : claim;
  }

  /** Cards of one instant may differ by less than the exposure: it is known to that only. */
  private static Claim asExactAsOthersAgree(Claim best, List<Claim> claims) {
    double furthest =
        claims.stream()
            .filter(other -> differs(best, other))
            .mapToDouble(other -> Math.abs(other.mjd() - best.mjd()))
            .max()
            .orElse(0);
    return furthest > best.precision() ? best.exactly(furthest) : best;
  }

  /** Whether two claims of one instant differ by more than they leave open. */
  private static boolean differs(Claim one, Claim other) {
    double open = Math.max(one.precision(), other.precision()) + SLACK;
    return one.role() == other.role()
        && one.role() != Role.ANY
        && !one.dayOnly()
        && !other.dayOnly()
        && Math.abs(one.mjd() - other.mjd()) > open;
  }

  /** A sentence for each pair of claims of one instant that differ by less than the exposure. */
  static List<String> differences(List<Claim> claims) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      for (int k = i + 1; k < claims.size() && differences.size() < MOST_QUARRELS; k++) {
        if (differs(claims.get(i), claims.get(k))) {
          differences.add(
              "%s and %s are %s apart, less than the exposure; the time is known to that only."
                  .formatted(claims.get(i), claims.get(k), claims.get(i).apart(claims.get(k))));
        }
      }
    }
    return differences;
  }

  private Stream<Way> ways() {
    return Stream.of(
            stated(), mean(), afterStart(), beforeEnd(), around(), day(start), day(any), day(end))
        .filter(Objects::nonNull);
  }

  private @Nullable Way stated() {
    Claim mid = middle;
    if (mid == null) {
      return null;
    }
    String source = mid.dayOnly() ? mid.source() + " (day only)" : mid.source();
    return new Way(mid, mid.mjd(), Math.max(mid.precision(), tooEarly(mid)), source, 0);
  }

  /** How far a middle is before the earliest that start and exposure leave, days. */
  private double tooEarly(Claim mid) {
    if (start == null || start.dayOnly() || mid.dayOnly() || Double.isNaN(exposure.halfDays())) {
      return 0;
    }
    double before = start.mjd() + exposure.halfDays() - mid.mjd();
    return before > SLACK ? before : 0;
  }

  private @Nullable Way mean() {
    if (start == null || end == null || start.scale() != end.scale() || end.mjd() < start.mjd()) {
      return null;
    }
    double coarser = Math.max(start.precision(), end.precision());
    String source = "(%s + %s)/2".formatted(start.source(), end.source());
    return new Way(start, (start.mjd() + end.mjd()) / 2, coarser, source, 0);
  }

  private @Nullable Way afterStart() {
    double half = exposure.halfDays();
    if (start == null || start.dayOnly() || Double.isNaN(half)) {
      return null;
    }
    String source = "%s + %s/2".formatted(start.source(), exposure.card());
    return new Way(start, start.mjd() + half, start.precision(), source, pauses());
  }

  private @Nullable Way beforeEnd() {
    double half = exposure.halfDays();
    if (end == null || end.dayOnly() || Double.isNaN(half)) {
      return null;
    }
    String source = "%s - %s/2".formatted(end.source(), exposure.card());
    return new Way(end, end.mjd() - half, end.precision(), source, pauses());
  }

  /** An instant of which nothing says what it is: most often the start, as DATE-OBS is. */
  private @Nullable Way around() {
    double half = exposure.halfDays();
    if (any == null || any.dayOnly() || Double.isNaN(half)) {
      return null;
    }
    double precision = Math.max(any.precision(), half);
    return pauses() > half + HOUR
        ? new Way(any, any.mjd(), precision, any.source(), half)
        : new Way(
            any, any.mjd() + half, precision, any.source() + " + " + exposure.card() + "/2", half);
  }

  /** Half of what start and end leave beside the exposure, days. */
  private double pauses() {
    double half = exposure.halfDays();
    return span == null || Double.isNaN(half) ? 0 : Math.max(0, span / 2 - half);
  }

  /** A claim alone. */
  private static @Nullable Way day(@Nullable Claim claim) {
    if (claim == null) {
      return null;
    }
    String what =
        claim.dayOnly()
            ? " (day only)"
            : claim.role() == Role.END ? " (end)" : claim.role() == Role.START ? " (start)" : "";
    double doubt = claim.dayOnly() ? 0.75 : 0.5;
    return new Way(claim, claim.mjd(), claim.precision(), claim.source() + what, doubt);
  }

  /** From start to end, or twice from start to middle where that is more than the exposure. */
  private @Nullable Double span() {
    double exposed = exposure.longestDays();
    Double known = Double.isNaN(exposed) ? null : (Double) exposed;
    if (start == null) {
      return known;
    }
    if (end != null
        && end.mjd() > start.mjd()
        && (!start.dayOnly() || end.mjd() - start.mjd() >= 1)) {
      return end.mjd() - start.mjd();
    }
    boolean isKnown = middle != null && !middle.dayOnly() && !start.dayOnly();
    double twice = isKnown ? 2 * (Objects.requireNonNull(middle).mjd() - start.mjd()) : 0;
    return twice > (known == null ? 0 : 1.5 * known) ? (Double) twice : known;
  }

  /** Days between the first and the last of a list of days, as SDSS has it; null for one day. */
  private static @Nullable Double spanOf(String listOfDays) {
    if (listOfDays.isBlank()) {
      return null;
    }
    double[] days =
        Stream.of(listOfDays.strip().split("[ ,;-]+"))
            .filter(day -> day.matches("\\d{5}"))
            .mapToDouble(Double::parseDouble)
            .toArray();
    double between = DoubleStream.of(days).max().orElse(0) - DoubleStream.of(days).min().orElse(0);
    return between > 0 ? (Double) between : null;
  }

  private static @Nullable Double longer(@Nullable Double one, @Nullable Double other) {
    return one == null ? other : other == null || one > other ? one : other;
  }
}
