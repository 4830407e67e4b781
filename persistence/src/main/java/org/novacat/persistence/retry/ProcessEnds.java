package org.novacat.persistence.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a wait because the user wants the process to end: what waits for a store gives it up at
 * once, so that the end can still be recorded in the stores that answer.
 */
public final class ProcessEnds extends InterruptedException {
  private static final long serialVersionUID = 1;
  private static final CountDownLatch BEGUN = new CountDownLatch(1);

  private ProcessEnds() {
    super("the process is about to end");
  }

  /** Says that it ends; nothing takes that back. */
  public static void begin() {
    BEGUN.countDown();
  }

  /** Waits, but no longer than until it ends. */
  static void sleep(Duration length) throws InterruptedException {
    if (BEGUN.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new ProcessEnds();
    }
  }
}
