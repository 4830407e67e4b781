package org.novacat.transforms.photometry.read.column;

import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * How a column counts its times.
 *
 * @param system the name of the count; OTHER when nothing says
 * @param scale time scale
 * @param reference place
 * @param zero Modified Julian Date of the number 0, days; NaN when only the number can tell
 * @param offset whether {@code zero} is stated as a number, by the file or by a sidecar, so that
 *     small numbers are as good as large ones
 * @param reason where this is from, for people
 */
public record TimeFrame(
    EpochSystem system,
    TimeScale scale,
    TimeReference reference,
    double zero,
    boolean offset,
    String reason) {
  /** MJD of JD 0. */
  public static final double JD_ZERO = -2_400_000.5;

  /** Nothing says how times count. */
  public static final TimeFrame UNSTATED =
      new TimeFrame(
          EpochSystem.OTHER,
          TimeScale.UNKNOWN,
          TimeReference.UNKNOWN,
          Double.NaN,
          false,
          "nothing says how the times count");

  /** BTJD, the times of TESS: BJD in TDB less 2457000 (TESS Science Data Products, section 5). */
  public static final TimeFrame BTJD = barycentric(EpochSystem.BTJD, 2_457_000);

  /** BKJD, the times of Kepler: BJD in TDB less 2454833 (Kepler Archive Manual, section 2.3). */
  public static final TimeFrame BKJD = barycentric(EpochSystem.BKJD, 2_454_833);

  /** Days from a moment that nothing names. */
  public static TimeFrame daysSince(String reason) {
    return new TimeFrame(
        EpochSystem.DAYS_SINCE,
        TimeScale.UNKNOWN,
        TimeReference.UNKNOWN,
        Double.NaN,
        false,
        reason);
  }

  /** A count whose place and scale the manual of a format states. */
  public static TimeFrame manual(
      EpochSystem system, TimeScale scale, TimeReference reference, String reason) {
    double zero = system == EpochSystem.MJD || system == EpochSystem.MJD_UTC ? 0 : JD_ZERO;
    return new TimeFrame(system, scale, reference, zero, false, reason);
  }

  /** Whether times count from a moment that still has to be named. */
  public boolean lacksZero() {
    return system == EpochSystem.DAYS_SINCE && Double.isNaN(zero);
  }

  /** Whether something says how times count. */
  public boolean isStated() {
    return system != EpochSystem.OTHER;
  }

  public TimeFrame scale(TimeScale said) {
    return new TimeFrame(system, said, reference, zero, offset, reason);
  }

  public TimeFrame reference(TimeReference said) {
    return new TimeFrame(system, scale, said, zero, offset, reason);
  }

  public TimeFrame from(double mjd, String why) {
    return new TimeFrame(system, scale, reference, mjd, true, why);
  }

  public TimeFrame because(String why) {
    return new TimeFrame(system, scale, reference, zero, offset, why);
  }

  private static TimeFrame barycentric(EpochSystem system, int offset) {
    return new TimeFrame(
        system,
        TimeScale.TDB,
        TimeReference.BARY,
        offset + JD_ZERO,
        true,
        "%s counts BJD in TDB from %s".formatted(system, offset));
  }
}
