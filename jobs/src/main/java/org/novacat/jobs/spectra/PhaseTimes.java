package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Time by phase, nanoseconds, added up over files. Not safe for several threads. */
final class PhaseTimes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<Phase, Long> nanos = new EnumMap<>(Phase.class);

  /** Where the time of a task goes. */
  enum Phase {
    /** Fetching the bytes and hashing them. */
    READ,
    /** Bytes to arrays. */
    DECODE,
    /** Units, axes, checks. */
    NORMALIZE,
    /** The Parquet file and its metadata, in memory. */
    PARQUET,
    /** The preview picture, in memory. */
    PICTURE,
    /** Putting objects into the store. */
    WRITE
  }

  /** Runs {@code work} and books its time. */
  <T> T time(Phase phase, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.merge(phase, System.nanoTime() - start, Long::sum);
    }
  }

  void add(PhaseTimes other) {
    other.nanos.forEach((phase, time) -> nanos.merge(phase, time, Long::sum));
  }

  /** Seconds by phase, phases that never ran left out. */
  Map<Phase, Double> seconds() {
    EnumMap<Phase, Double> seconds = new EnumMap<>(Phase.class);
    nanos.forEach((phase, time) -> seconds.put(phase, time / 1e9));
    return seconds;
  }
}
