package org.novacat.layouts.time;

import static java.util.Objects.requireNonNull;

/**
 * A date that a text states.
 *
 * @param mjd Modified Julian Date, days; where the text has no time of day, the beginning of the
 *     day. An offset of a zone is taken off
 * @param precisionDays how wide the interval is that the text leaves open, days: 1 for a day, a
 *     second for a time to the second
 * @param clock whether a time of day is stated, in any form
 * @param midnight whether the time of day is written as 00:00:00, which some write for a day of
 *     which they do not know the time
 * @param suffix what stands behind the time, in capitals: {@code UTC} for Z, GMT and offsets, else
 *     the word, such as {@code TAI}; "" without one
 */
public record Moment(
    double mjd, double precisionDays, boolean clock, boolean midnight, String suffix) {
  private static final double FINEST = 1e-15;

  public Moment {
    requireNonNull(suffix, "suffix is null");
    // A text may have more digits than a number.
    precisionDays = Math.max(precisionDays, FINEST);
    if (!Double.isFinite(mjd) || !(precisionDays > 0)) {
      throw new IllegalArgumentException(
          "Cannot build moment: MJD is %s, precision %s days".formatted(mjd, precisionDays));
    }
  }
}
