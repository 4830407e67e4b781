package org.novacat.persistence.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process is about to do. */
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = 5_000_000;

  private Await() {}

  /** Returns as soon as {@code condition} holds; fails when it does not for a minute. */
  static void until(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("Waited in vain until " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  static void untilDead(long pid) throws Exception {
    until("process " + pid + " ends", () -> !isAlive(pid));
  }

  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
