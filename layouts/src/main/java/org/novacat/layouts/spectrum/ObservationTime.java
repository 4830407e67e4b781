package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

/**
 * When a spectrum was taken.
 *
 * @param mjd Modified Julian Date (JD − 2400000.5) in {@code scale}, at mid-exposure where {@code
 *     source} says so
 * @param scale the time scale
 * @param source which cards gave it, e.g. {@code MJD-OBS + EXPTIME/2} or {@code DATE-OBS (start)}
 */
public record ObservationTime(double mjd, TimeScale scale, String source) {
  public ObservationTime {
    requireNonNull(scale, "scale is null");
    requireNonNull(source, "source is null");
    if (!Double.isFinite(mjd)) {
      throw new IllegalArgumentException("Cannot build observation time: MJD is " + mjd);
    }
  }
}
