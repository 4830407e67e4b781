package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * When something was measured, in the frame that the source reports: nothing is converted but the
 * zero point.
 *
 * @param mjd Modified Julian Date (JD − 2400000.5), days
 * @param scale the time scale
 * @param reference the place
 * @param original the cell of the file, unchanged; "" where there is none
 * @param system how the file counts
 * @param startMjd begin of the interval, days; null when the source gives none
 * @param endMjd end of the interval, days; null when the source gives none
 * @param reinterpreted whether the number was believed against the name of its column
 */
public record Epoch(
    double mjd,
    TimeScale scale,
    TimeReference reference,
    String original,
    EpochSystem system,
    @Nullable Double startMjd,
    @Nullable Double endMjd,
    boolean reinterpreted) {
  public Epoch {
    requireNonNull(scale, "scale is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(original, "original is null");
    requireNonNull(system, "system is null");
    if (!Double.isFinite(mjd)) {
      throw new IllegalArgumentException("Cannot build epoch: MJD is " + mjd);
    }
  }

  /** The same count at another moment. */
  public Epoch at(double moment, String cell, @Nullable Double start, @Nullable Double end) {
    return new Epoch(moment, scale, reference, cell, system, start, end, reinterpreted);
  }

  /** Julian Date, days. */
  public double jd() {
    return mjd + 2_400_000.5;
  }
}
