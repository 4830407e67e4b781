package org.novacat.transforms.photometry.read.column;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known to read dates.
 *
 * @param order what stands first in dates of figures
 * @param east how far the clocks are before UT, days; null when nothing says
 */
public record DateNotation(DateOrder order, @Nullable Double east) {
  /** Nothing is said of the dates. */
  public static final DateNotation UNSTATED = new DateNotation(DateOrder.UNSTATED, null);

  public DateNotation order(DateOrder said) {
    return new DateNotation(said, east);
  }

  public DateNotation east(@Nullable Double said) {
    return new DateNotation(order, said);
  }

  /** How far the clocks are before UT, days; 0 when nothing says. */
  public double eastOrUt() {
    return east == null ? 0 : east;
  }
}
