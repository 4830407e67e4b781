package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.COORDINATE_PROXIMITY;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.transforms.time.Mjd;

/** What must hold of where and when a spectrum was taken (decision 0005). */
final class ObservationChecks {
  private ObservationChecks() {}

  /** A refusal when the target lies too far from the nova; empty when either is not known. */
  static Optional<Refusal> position(Observation observation, ValidationContext context) {
    SkyPosition nova = context.nova();
    SkyPosition target = target(observation);
    if (nova == null || target == null) {
      return Optional.empty();
    }
    double separation = target.separationArcsec(nova);
    return separation <= context.toleranceArcsec()
        ? Optional.empty()
        : Optional.of(tooFar(nova, observation, separation, context.toleranceArcsec()));
  }

  private static Refusal tooFar(
      SkyPosition nova, Observation target, double separation, double tolerance) {
    String arcsec = String.format(Locale.ROOT, "%.1f", separation);
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
            "nova",
            nova.raDeg() + " " + nova.decDeg()));
  }

  /** Where the file says the target is; some count right ascension to 360 and mean 0. */
  private static @Nullable SkyPosition target(Observation observation) {
    Double ra = observation.raDeg();
    Double dec = observation.decDeg();
    if (ra == null || dec == null) {
      return null;
    }
    double once = ra == 360 ? 0 : ra;
    return SkyPosition.valid(once, dec) ? new SkyPosition(once, dec) : null;
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
