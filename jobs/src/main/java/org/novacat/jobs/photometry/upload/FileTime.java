package org.novacat.jobs.photometry.upload;

import java.time.Duration;
import java.util.function.Supplier;
import org.novacat.jobs.spark.TimeLimit;

/** The time for one file, spent by several pieces of work in turn. Used by one thread. */
final class FileTime {
  private final Duration limit;
  private long left;

  FileTime(Duration limit) {
    this.limit = limit;
    this.left = limit.toNanos();
  }

  /**
   * Does a piece of work, which computes only.
   *
   * @throws TimeIsUp when all time is spent before it ends
   */
  <T> T run(Supplier<T> work) {
    if (left <= 0) {
      throw new TimeIsUp(limit);
    }
    long start = System.nanoTime();
    try {
      return TimeLimit.run(
          Duration.ofNanos(left),
          work,
          time -> {
            throw new TimeIsUp(limit);
          });
    } finally {
      left -= System.nanoTime() - start;
    }
  }

  /** Work on a file took longer than it may. */
  static final class TimeIsUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    TimeIsUp(Duration limit) {
      super("longer than %s s".formatted(limit.toSeconds()));
    }
  }
}
