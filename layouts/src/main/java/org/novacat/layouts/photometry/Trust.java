package org.novacat.layouts.photometry;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;

/**
 * How sure a row is of what it says; null where it says nothing of the kind, or where nobody wrote
 * down how sure it is, as in old tables.
 *
 * @param time scale of the time
 * @param system system of the magnitude; null for fluxes and counts
 * @param unit unit of the value
 * @param band the filter
 * @param limit whether it is a limit or a detection
 * @param nova whose measurement it is
 */
public record Trust(
    @Nullable Confidence time,
    @Nullable Confidence system,
    @Nullable Confidence unit,
    @Nullable Confidence band,
    @Nullable Confidence limit,
    @Nullable Confidence nova) {
  /** Of nothing it is known how sure it is. */
  public static final Trust UNKNOWN = new Trust(null, null, null, null, null, null);

  /** The same with another confidence of the magnitude system. */
  public Trust withSystem(@Nullable Confidence other) {
    return new Trust(time, other, unit, band, limit, nova);
  }
}
