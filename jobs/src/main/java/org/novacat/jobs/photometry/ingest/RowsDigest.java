package org.novacat.jobs.photometry.ingest;

import org.novacat.layouts.photometry.Measurement;

/**
 * What tells within one JVM whether rows that were read twice are the same rows in the same order,
 * without keeping them.
 */
final class RowsDigest {
  /** The 64-bit multiplier of Knuth's linear congruential generator (MMIX). */
  private static final long MULTIPLIER = 6364136223846793005L;

  private long rows;
  private long state;

  void add(Measurement measurement) {
    rows++;
    state = (state ^ measurement.hashCode()) * MULTIPLIER + 1;
    state ^= state >>> 29;
  }

  boolean isSameAs(RowsDigest other) {
    return rows == other.rows && state == other.state;
  }
}
