package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often to try again and how long to wait before.
 *
 * @param firstWait before the second try
 * @param factor each further wait is this many times longer
 * @param longestWait no wait is longer
 * @param retries tries after the first
 * @param budget no further try begins once this much time has passed, waits and tries together
 * @param spread how waits of many clients are kept from falling together
 */
public record RetryPolicy(
    Duration firstWait,
    int factor,
    Duration longestWait,
    int retries,
    Duration budget,
    Spread spread) {
  /** What is done to the length of a wait. */
  public enum Spread {
    /** It is taken as it is. */
    EXACT,
    /** It is drawn evenly from zero to that length ("full jitter"). */
    JITTERED
  }

  /**
   * Commands that a person waits for: a dead endpoint is reported after about five seconds, one
   * that never answers after half a minute, a short burst of throttling is not noticed.
   */
  public static final RetryPolicy PROMPT =
      new RetryPolicy(
          Duration.ofMillis(50),
          2,
          Duration.ofSeconds(2),
          8,
          Duration.ofSeconds(30),
          Spread.JITTERED);

  /** Commits of a long run: throttling slows it and fails it only after ten minutes of waiting. */
  public static final RetryPolicy PATIENT =
      new RetryPolicy(
          Duration.ofMillis(50),
          2,
          Duration.ofSeconds(20),
          1000,
          Duration.ofMinutes(10),
          Spread.JITTERED);

  /**
   * BeginJobRun and AcquireIdempotencyLock: waits of 2, 10 and 30 s, then the job fails (workflow
   * initialize_nova: MaxAttempts 3, which there counts the tries after the first).
   */
  public static final RetryPolicy WORKFLOW_STEP =
      new RetryPolicy(
          Duration.ofSeconds(2), 5, Duration.ofSeconds(30), 3, Duration.ofMinutes(2), Spread.EXACT);

  /**
   * The renewal of a lock: it is given up when the next is due, a third of the lease after it
   * began, so that with the longest try of the service, eleven seconds, it is over before a usual
   * lease is.
   *
   * @param lease how long the lock holds without it
   */
  public static RetryPolicy heartbeat(Duration lease) {
    return new RetryPolicy(
        Duration.ofMillis(50), 2, Duration.ofSeconds(2), 1000, lease.dividedBy(3), Spread.JITTERED);
  }

  public RetryPolicy {
    requireNonNull(firstWait, "firstWait is null");
    requireNonNull(longestWait, "longestWait is null");
    requireNonNull(budget, "budget is null");
    requireNonNull(spread, "spread is null");
    if (factor < 1 || retries < 0) {
      throw new IllegalArgumentException(
          "Cannot build retry policy: factor %s, retries %s".formatted(factor, retries));
    }
  }

  /** The wait before retry number {@code retry}, counted from 1. */
  public Duration waitBefore(int retry, RandomGenerator random) {
    Duration full = firstWait;
    for (int i = 1; i < retry && full.compareTo(longestWait) < 0; i++) {
      full = full.multipliedBy(factor);
    }
    Duration capped = full.compareTo(longestWait) < 0 ? full : longestWait;
    return spread == Spread.EXACT
        ? capped
        : Duration.ofMillis(random.nextLong(capped.toMillis() + 1));
  }
}
