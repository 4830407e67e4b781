package org.novacat.transforms.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Modified Julian Dates, JD − 2400000.5, days. */
public final class Mjd {
  /**
   * Earliest date that a spectrum can have: MJD 0, 1858 November 17. The first nova seen through a
   * spectroscope is T CrB in 1866.
   */
  public static final double EARLIEST = 0;

  private static final double UNIX_EPOCH = 40587;
  private static final double MICROSECONDS_PER_DAY = 86_400e6;

  private Mjd() {}

  /** The date of an instant of UTC; its leap seconds are those of {@link Instant}. */
  public static double of(Instant instant) {
    long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    return UNIX_EPOCH + microseconds / MICROSECONDS_PER_DAY;
  }

  /** Whether an observation can have been made then: from 1858 to {@code latest}, both included. */
  public static boolean plausible(double mjd, double latest) {
    return mjd >= EARLIEST && mjd <= latest;
  }
}
