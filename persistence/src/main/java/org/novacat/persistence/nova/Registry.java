package org.novacat.persistence.nova;

import java.time.Duration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.retry.Waits;

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

  private static final Duration LONGEST = POLL.multipliedBy(POLLS);

  private final Locks locks;
  private final Waits waits;

  Registry(Locks locks, Waits waits) {
    this.locks = locks;
    this.waits = waits;
  }

  /**
   * Waits for its turn.
   *
   * @throws ConflictException when it does not come within half a minute; it names the run that is
   *     before this one
   */
  Lease enter() {
    try (Waits.Wait wait = waits.begin()) {
      LockAnswer answer = locks.acquire(REQUEST);
      for (int poll = 0; poll < POLLS && answer instanceof LockAnswer.Held held; poll++) {
        wait.sleep(POLL, "its turn to add novae", before(held), LONGEST);
        answer = locks.acquire(REQUEST);
      }
      if (answer instanceof LockAnswer.Acquired acquired) {
        wait.over();
        return acquired.lease();
      }
      throw tooLong(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("Cannot add nova: interrupted while another run adds novae");
    }
  }

  private static String before(LockAnswer.Held held) {
    return "run %s holds the lock until %s".formatted(held.by(), held.until());
  }

  private static ConflictException tooLong(LockAnswer answer) {
    String who = answer instanceof LockAnswer.Held held ? before(held) : "its lock is not free";
    return new ConflictException(
        "Cannot add nova: another run adds novae and does not end: %s (see 'novacat runs', then try again)"
            .formatted(who));
  }
}
