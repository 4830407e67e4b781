package org.novacat.transforms.composite;

import org.jspecify.annotations.Nullable;

/**
 * When a spectrum was taken, in days.
 *
 * @param mjd Modified Julian Date in the time scale of the file; null when not known
 * @param precisionDays how wide the interval is that the file leaves open; null when not known
 * @param spanDays from the beginning of the first exposure to the end of the last; null when not
 *     known, as of most single exposures
 */
public record Epoch(
    @Nullable Double mjd, @Nullable Double precisionDays, @Nullable Double spanDays) {
  private static final double VAGUE = 0.1;

  /** Whether it is known well enough to say in which night it lies. */
  public boolean isSharp() {
    return mjd != null && precisionDays != null && precisionDays <= VAGUE;
  }

  /** Whether it may lie between two times, as far as it is known at all. */
  public boolean mayLieBetween(double from, double to) {
    if (mjd == null) {
      return true;
    }
    double open =
        Math.max(precisionDays == null ? 0 : precisionDays, spanDays == null ? 0 : spanDays) / 2;
    return mjd + open >= from && mjd - open <= to;
  }

  /** Whether the exposures are of more than a night. */
  public boolean isLong() {
    return spanDays != null && spanDays > Nights.LONGEST;
  }
}
