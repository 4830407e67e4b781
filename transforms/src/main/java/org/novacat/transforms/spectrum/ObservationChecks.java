package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.COORDINATE_PROXIMITY;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.transforms.position.Icrs;
import org.novacat.transforms.time.Mjd;

/** What must hold of where and when a spectrum was taken (decision 0005). */
final class ObservationChecks {
  private ObservationChecks() {}

  /**
   * A refusal when the target lies too far from the nova in every way in which its numbers can be
   * meant: in the frame that the file states; as J2000, which headers give beside an equinox of
   * date; with a right ascension below 24 in hours. Empty when either position is not known, or its
   * frame is not clear.
   */
  static Optional<Refusal> position(Observation observation, ValidationContext context) {
    SkyPosition nova = context.nova();
    SkyPosition target = Icrs.of(observation).orElse(null);
    if (nova == null || target == null || reading(observation, nova, context) != null) {
      return Optional.empty();
    }
    return Optional.of(tooFar(nova, observation, target, context.toleranceArcsec()));
  }

  /** The sentence to note about the place; empty when it is as it should be. */
  static Optional<String> placeNote(Observation observation, ValidationContext context) {
    SkyPosition nova = context.nova();
    boolean compared = nova != null && Icrs.of(observation).isPresent();
    String reading = nova == null || !compared ? null : reading(observation, nova, context);
    return reading == null || reading.isEmpty()
        ? Optional.empty()
        : Optional.of("The position is that of the nova only %s.".formatted(reading));
  }

  /** How the position is that of the nova: "" as the file states it; null when it is not at all. */
  private static @Nullable String reading(
      Observation observation, SkyPosition nova, ValidationContext context) {
    String stated = observation.frame().stated();
    Observation hours = inHours(observation);
    if (isNear(observation, nova, context)) {
      return "";
    }
    if (isNear(asJ2000(observation), nova, context)) {
      return "as J2000, and not in the frame that the file states (%s)".formatted(stated);
    }
    boolean inHours =
        hours != null && (isNear(hours, nova, context) || isNear(asJ2000(hours), nova, context));
    return inHours ? "with its right ascension counted in hours" : null;
  }

  private static boolean isNear(
      Observation observation, SkyPosition nova, ValidationContext context) {
    return Icrs.of(observation)
        .filter(place -> place.separationArcsec(nova) <= context.toleranceArcsec())
        .isPresent();
  }

  private static Observation asJ2000(Observation observation) {
    boolean equatorial = observation.frame().kind() != SkyFrame.Kind.GALACTIC;
    return equatorial
        ? observation.at(observation.raDeg(), observation.decDeg(), SkyFrame.UNSTATED)
        : observation;
  }

  private static @Nullable Observation inHours(Observation observation) {
    Double ra = observation.raDeg();
    boolean equatorial = observation.frame().kind() != SkyFrame.Kind.GALACTIC;
    return equatorial && ra != null && ra < 24
        ? observation.at(15 * ra, observation.decDeg(), observation.frame())
        : null;
  }

  private static Refusal tooFar(
      SkyPosition nova, Observation stated, SkyPosition target, double tolerance) {
    String arcsec = String.format(Locale.ROOT, "%.1f", target.separationArcsec(nova));
    return new Refusal(
        COORDINATE_PROXIMITY,
        "TARGET_TOO_FAR",
        "The target lies %s arcsec from the nova, tolerance %s arcsec".formatted(arcsec, tolerance),
        Map.of(
            "separationArcsec",
            arcsec,
            "toleranceArcsec",
            Double.toString(tolerance),
            "target",
            target.raDeg() + " " + target.decDeg(),
            "stated",
            (stated.raDeg() + " " + stated.decDeg() + " " + stated.frame().stated()).strip(),
            "nova",
            nova.raDeg() + " " + nova.decDeg()));
  }

  /** When the observation was made; null when the file has no time or an impossible one. */
  static @Nullable ObservationTime time(Observation observation, ValidationContext context) {
    ObservationTime time = observation.time();
    return time == null || !Mjd.plausible(time.mjd(), latest(time, context)) ? null : time;
  }

  /** A date that is known to a hundred days may lie so far behind the latest one. */
  private static double latest(ObservationTime time, ValidationContext context) {
    Double precision = time.precisionDays();
    return context.latestMjd() + (precision == null ? 0 : precision);
  }

  /** The sentence to note about the time; empty when it is as it should be. */
  static Optional<String> timeNote(Observation observation, ValidationContext context) {
    ObservationTime time = observation.time();
    if (time == null) {
      return Optional.of("The time of the observation is unknown.");
    }
    return time(observation, context) != null
        ? Optional.empty()
        : Optional.of(
            "The time of the observation is taken as unknown: MJD %s from %s is impossible."
                .formatted(time.mjd(), time.source()));
  }
}
