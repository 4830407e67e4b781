package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Runs that are killed at random moments. A build kills a few of each command; {@code
 * -Dnovacat.kills=30} kills as many as it says.
 */
final class Kills {
  /** Exit code of a process that {@code kill -9} ends. */
  static final int KILLED = 128 + 9;

  private static final int USUAL = 2;
  private static final int MOST_TRIES = 4;
  private static final long FIRST_SEED = 20_261_128;

  private Duration whole = Duration.ZERO;
  private int tried;
  private int alive;

  /** One seed for each run. */
  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("novacat.kills", USUAL)).map(n -> FIRST_SEED + n);
  }

  /**
   * Kills a run at a moment of its last two thirds; before, it is a JVM that starts. Where the
   * machine has become faster meanwhile and the run has ended, another is killed after half that
   * time.
   *
   * @param undisturbed a run like it that is let alone, to tell how long one takes
   * @param run begins the same, by the number of the try, on a workspace of its own
   */
  void kill(long seed, Supplier<Driver> undisturbed, IntFunction<Driver> run) {
    long nanos = length(undisturbed).toNanos();
    long moment = nanos / 3 + (long) (new Random(seed).nextDouble() * nanos * 2 / 3);
    boolean killed = false;
    for (int number = 0; number < MOST_TRIES && !killed; number++) {
      System.out.println("Kill with seed " + seed + " after " + Duration.ofNanos(moment));
      killed = kill(run.apply(number), moment);
      moment /= 2;
    }
    tried++;
    alive += killed ? 1 : 0;
  }

  private static boolean kill(Driver run, long moment) {
    try (Driver driver = run) {
      LockSupport.parkNanos(moment);
      return driver.kill().code() == KILLED;
    }
  }

  /** Kills that meet none but ended runs would test nothing. */
  void assertHalfMetALiveRun() {
    assertThat(alive).as("of %s runs, killed while alive", tried).isGreaterThanOrEqualTo(tried / 2);
  }

  private Duration length(Supplier<Driver> undisturbed) {
    if (whole.isZero()) {
      long begin = System.nanoTime();
      try (Driver driver = undisturbed.get()) {
        driver.ended();
      }
      whole = Duration.ofNanos(System.nanoTime() - begin);
    }
    return whole;
  }
}
