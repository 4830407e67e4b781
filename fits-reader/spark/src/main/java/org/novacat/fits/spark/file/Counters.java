package org.novacat.fits.spark.file;

import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What one task did. Used by one thread. */
public final class Counters {
  private long bytes;
  private long rejected;
  private long malformed;

  void addBytes(long more) {
    bytes += more;
  }

  public void addRejected() {
    rejected++;
  }

  public void addMalformed() {
    malformed++;
  }

  /** Bytes that were asked of the store. */
  long bytes() {
    return bytes;
  }

  public CustomTaskMetric[] metrics() {
    return new CustomTaskMetric[] {
      Metrics.value(Metrics.BYTES, bytes),
      Metrics.value(Metrics.REJECTED, rejected),
      Metrics.value(Metrics.MALFORMED, malformed)
    };
  }
}
