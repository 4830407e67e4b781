package org.novacat.persistence.retry;

import java.time.Duration;

/** How to wait; tests count instead. */
@FunctionalInterface
public interface Pause {
  /** Really waits, but not while the process ends. */
  Pause REAL = ProcessEnds::sleep;

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is asked to stop meanwhile
   */
  void sleep(Duration length) throws InterruptedException;
}
