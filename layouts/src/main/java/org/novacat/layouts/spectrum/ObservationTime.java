package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a spectrum was taken, and how far that is an instant.
 *
 * @param mjd Modified Julian Date (JD − 2400000.5) in {@code scale}, at mid-exposure where {@code
 *     source} says so
 * @param scale the time scale
 * @param source which cards gave it, e.g. {@code MJD-OBS + EXPTIME/2} or {@code DATE-OBS (start)}
 * @param precisionDays how wide the interval is that the file leaves open, days: 1 for a day, 100
 *     for {@code 2.4481e+06}; null when not known
 * @param spanDays from the beginning of the first exposure to the end of the last, days; null when
 *     not known
 */
public record ObservationTime(
    double mjd,
    TimeScale scale,
    String source,
    @Nullable Double precisionDays,
    @Nullable Double spanDays) {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double HOUR = 1 / 24.0;

  /** Coarser than this is no time of day where the exposure is not known. */
  private static final double HALF_A_DAY = 0.5;

  /** What is known to a minute is never called coarse. */
  private static final double MINUTE = 1 / 1440.0;

  public ObservationTime {
    requireNonNull(scale, "scale is null");
    requireNonNull(source, "source is null");
    if (!Double.isFinite(mjd)) {
      throw new IllegalArgumentException("Cannot build observation time: MJD is " + mjd);
    }
  }

  /** A time of which neither precision nor span is known. */
  public ObservationTime(double mjd, TimeScale scale, String source) {
    this(mjd, scale, source, null, null);
  }

  /** The same time of exposures that took so many days from first to last; null when not known. */
  public ObservationTime over(@Nullable Double days) {
    return new ObservationTime(mjd, scale, source, precisionDays, days);
  }

  /**
   * Why this is no instant for an exposure of that length: a precision that is coarser than the
   * exposure, a span that is much longer (three times and an hour). One sentence each; none where
   * it is one.
   *
   * @param exposureSeconds null when not known
   */
  public List<String> doubts(@Nullable Double exposureSeconds) {
    double exposure = exposureSeconds == null ? 0 : exposureSeconds / SECONDS_PER_DAY;
    List<String> doubts = new ArrayList<>();
    double coarse = exposureSeconds == null ? HALF_A_DAY : Math.max(exposure, MINUTE);
    if (precisionDays != null && precisionDays > coarse) {
      doubts.add(
          "The time of the observation, MJD %s from %s, is known to %s only and is no instant."
              .formatted(short5(mjd), source, duration(precisionDays)));
    }
    double longest = exposureSeconds == null ? HALF_A_DAY : 3 * exposure + HOUR;
    if (spanDays != null && spanDays > longest) {
      doubts.add(
          "The exposures span %s; MJD %s from %s is their middle and no instant."
              .formatted(duration(spanDays), short5(mjd), source));
    }
    return List.copyOf(doubts);
  }

  private static String duration(double days) {
    return days >= HALF_A_DAY ? number(days) + " d" : number(days * SECONDS_PER_DAY) + " s";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String short5(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
