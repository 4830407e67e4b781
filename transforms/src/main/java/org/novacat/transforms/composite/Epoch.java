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
  /** What is farther apart is not one night. */
  static final double HALF_A_DAY = 0.5;

  private static final double VAGUE = 0.1;

  /** Whether it is known well enough to say in which night it lies. */
  boolean isSharp() {
    return mjd != null && precisionDays != null && precisionDays <= VAGUE;
  }

  /** Whether the exposures are of more than a night. */
  boolean isLong() {
    return spanDays != null && spanDays > HALF_A_DAY;
  }
}
