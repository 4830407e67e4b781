package org.novacat.transforms.photometry.read.column;

import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * How a column counts its times.
 *
 * @param system the name of the count; OTHER when nothing says
 * @param source time scale, as the source has it
 * @param confidence how sure the scale is
 * @param reference place
 * @param zero Modified Julian Date of the number 0, days; NaN when only the number can tell
 * @param unit what a number counts, days
 * @param offset whether {@code zero} is stated as a number, by the file or by a sidecar, so that
 *     small numbers are as good as large ones
 * @param dates how dates are written where they are no numbers
 * @param reason where this is from, for people
 */
public record TimeFrame(
    EpochSystem system,
    SourceScale source,
    Confidence confidence,
    TimeReference reference,
    double zero,
    double unit,
    boolean offset,
    DateNotation dates,
    String reason) {
  /** MJD of JD 0. */
  public static final double JD_ZERO = -2_400_000.5;

  /** MJD of day 0 of Excel's calendar, 1899-12-30, as it holds from March 1900 on. */
  public static final double EXCEL_ZERO = 15_018;

  /** Nothing says how times count. */
  public static final TimeFrame UNSTATED =
      unplaced(EpochSystem.OTHER, "nothing says how the times count");

  /** BTJD, the times of TESS: BJD in TDB less 2457000 (TESS Science Data Products, section 5). */
  public static final TimeFrame BTJD = barycentric(EpochSystem.BTJD, 2_457_000);

  /** BKJD, the times of Kepler: BJD in TDB less 2454833 (Kepler Archive Manual, section 2.3). */
  public static final TimeFrame BKJD = barycentric(EpochSystem.BKJD, 2_454_833);

  /** A count of which neither the scale nor the place nor the zero is known. */
  static TimeFrame unplaced(EpochSystem system, String reason) {
    return new TimeFrame(
        system,
        SourceScale.UNKNOWN,
        Confidence.ASSUMED,
        TimeReference.UNKNOWN,
        Double.NaN,
        1,
        false,
        DateNotation.UNSTATED,
        reason);
  }

  /** Days from a moment that nothing names. */
  public static TimeFrame daysSince(String reason) {
    return unplaced(EpochSystem.DAYS_SINCE, reason);
  }

  /** A count whose place and scale the manual of a format states. */
  public static TimeFrame manual(
      EpochSystem system, TimeScale scale, TimeReference reference, String reason) {
    double zero = system == EpochSystem.MJD || system == EpochSystem.MJD_UTC ? 0 : JD_ZERO;
    return unplaced(system, reason)
        .source(SourceScale.of(scale), Confidence.KNOWN)
        .reference(reference)
        .zero(zero);
  }

  /** The time scale of the table. */
  public TimeScale scale() {
    return source.scale();
  }

  /** Whether times count from a moment that still has to be named. */
  public boolean lacksZero() {
    return system == EpochSystem.DAYS_SINCE && Double.isNaN(zero);
  }

  /** Whether something says how times count. */
  public boolean isStated() {
    return system != EpochSystem.OTHER;
  }

  /** Whether numbers are so many units since a moment, and never a Julian Date. */
  public boolean isElapsed() {
    return system == EpochSystem.DAYS_SINCE || unit != 1;
  }

  public TimeFrame source(SourceScale said, Confidence how) {
    return new TimeFrame(system, said, how, reference, zero, unit, offset, dates, reason);
  }

  public TimeFrame reference(TimeReference said) {
    return new TimeFrame(system, source, confidence, said, zero, unit, offset, dates, reason);
  }

  TimeFrame zero(double mjd) {
    return new TimeFrame(system, source, confidence, reference, mjd, unit, offset, dates, reason);
  }

  public TimeFrame from(double mjd, String why) {
    return new TimeFrame(system, source, confidence, reference, mjd, unit, true, dates, why);
  }

  /** With numbers that count units of so many days. */
  public TimeFrame unit(double days) {
    return new TimeFrame(system, source, confidence, reference, zero, days, offset, dates, reason);
  }

  public TimeFrame dates(DateNotation said) {
    return new TimeFrame(system, source, confidence, reference, zero, unit, offset, said, reason);
  }

  TimeFrame system(EpochSystem said) {
    return new TimeFrame(said, source, confidence, reference, zero, unit, offset, dates, reason);
  }

  public TimeFrame because(String why) {
    return new TimeFrame(system, source, confidence, reference, zero, unit, offset, dates, why);
  }

  /** The Julian Dates or dates that stand where another count was expected, in the same scale. */
  public TimeFrame counted(EpochSystem as, double mjdOfZero, String why) {
    return new TimeFrame(as, source, confidence, reference, mjdOfZero, 1, false, dates, why);
  }

  private static TimeFrame barycentric(EpochSystem system, int offset) {
    return unplaced(system, "")
        .source(SourceScale.TDB, Confidence.KNOWN)
        .reference(TimeReference.BARY)
        .from(offset + JD_ZERO, "%s counts BJD in TDB from %s".formatted(system, offset));
  }
}
