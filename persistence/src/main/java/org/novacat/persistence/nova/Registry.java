package org.novacat.persistence.nova;

import java.time.Duration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.retry.Pause;

/**
 * Lets one run at a time add novae. Names and places of different novae are different items, so no
 * condition on an item could keep two runs from adding one nova twice.
 */
final class Registry {
  private static final LockRequest REQUEST =
      LockRequest.mutex("InitializeNova").withLease(Duration.ofSeconds(20));

  private static final Duration POLL = Duration.ofMillis(100);

  /** A holder that died is outwaited. */
  private static final int POLLS = 300;

  private final Locks locks;
  private final Pause pause;

  Registry(Locks locks, Pause pause) {
    this.locks = locks;
    this.pause = pause;
  }

  /**
   * Waits for its turn.
   *
   * @throws ConflictException when it does not come within half a minute
   */
  Lease enter() {
    for (int i = 0; i < POLLS; i++) {
      if (locks.acquire(REQUEST) instanceof LockAnswer.Acquired acquired) {
        return acquired.lease();
      }
      try {
        pause.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new ConflictException(
        "Cannot add nova: another run adds novae and does not end (see 'novacat runs', then try again)");
  }
}
