package org.novacat.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.Locks.Recovery;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

/** All pairs of what a lock can be and what can be done to it: 6 × 7. */
class LockStatesTest {
  private static final LockRequest REQUEST =
      new LockRequest("key", "hash", Duration.ofMinutes(1), Duration.ofDays(1));

  private final InMemoryTable table = new InMemoryTable();
  private final MutableClock clock = new MutableClock();
  private final RunContext owner = RunContext.single(JobRunId.mint());
  private final Locks owners = new Locks(policy -> table, RetryPolicy.PROMPT, owner, clock);
  private final Locks others =
      new Locks(policy -> table, RetryPolicy.PROMPT, RunContext.single(JobRunId.mint()), clock);

  @ParameterizedTest
  @CsvSource({
    "ABSENT,    ACQUIRE_SAME,  taken with token 1",
    "ABSENT,    ACQUIRE_OTHER, taken with token 1",
    "ABSENT,    HEARTBEAT,     conflict",
    "ABSENT,    COMPLETE,      conflict",
    "ABSENT,    FAIL,          nothing",
    "ABSENT,    RELEASE,       nothing",
    "ABSENT,    RECOVER,       NOTHING_TO_DO",
    "LIVE,      ACQUIRE_SAME,  held",
    "LIVE,      ACQUIRE_OTHER, other payload",
    "LIVE,      HEARTBEAT,     renewed",
    "LIVE,      COMPLETE,      completed",
    "LIVE,      FAIL,          free",
    "LIVE,      RELEASE,       free",
    "LIVE,      RECOVER,       STILL_HELD",
    "STALE,     ACQUIRE_SAME,  taken with token 2",
    "STALE,     ACQUIRE_OTHER, other payload",
    "STALE,     HEARTBEAT,     renewed",
    "STALE,     COMPLETE,      completed",
    "STALE,     FAIL,          free",
    "STALE,     RELEASE,       free",
    "STALE,     RECOVER,       RELEASED",
    "RELEASED,  ACQUIRE_SAME,  taken with token 3",
    "RELEASED,  ACQUIRE_OTHER, taken with token 3",
    "RELEASED,  HEARTBEAT,     conflict",
    "RELEASED,  COMPLETE,      conflict",
    "RELEASED,  FAIL,          nothing",
    "RELEASED,  RELEASE,       nothing",
    "RELEASED,  RECOVER,       NOTHING_TO_DO",
    "COMPLETED, ACQUIRE_SAME,  replayed",
    "COMPLETED, ACQUIRE_OTHER, other payload",
    "COMPLETED, HEARTBEAT,     conflict",
    "COMPLETED, COMPLETE,      conflict",
    "COMPLETED, FAIL,          nothing",
    "COMPLETED, RELEASE,       nothing",
    "COMPLETED, RECOVER,       NOTHING_TO_DO",
    "EXPIRED,   ACQUIRE_SAME,  taken with token 2",
    "EXPIRED,   ACQUIRE_OTHER, taken with token 2",
    "EXPIRED,   HEARTBEAT,     conflict",
    "EXPIRED,   COMPLETE,      conflict",
    "EXPIRED,   FAIL,          nothing",
    "EXPIRED,   RELEASE,       nothing",
    "EXPIRED,   RECOVER,       NOTHING_TO_DO"
  })
  void pair_endsAs(State state, Operation operation, String expected) {
    Lease lease = ((LockAnswer.Acquired) owners.acquire(REQUEST)).lease();
    bring(state, lease);

    switch (operation) {
      case ACQUIRE_SAME -> acquire(REQUEST, expected);
      case ACQUIRE_OTHER ->
          acquire(
              new LockRequest("key", "other", Duration.ofMinutes(1), Duration.ofDays(1)), expected);
      case HEARTBEAT -> own(lease::renew, expected);
      case COMPLETE -> own(() -> lease.complete("done"), expected);
      case FAIL -> own(() -> lease.fail("broken"), expected);
      case RELEASE -> own(lease::release, expected);
      case RECOVER -> recover(Recovery.valueOf(expected));
    }
  }

  enum State {
    ABSENT,
    LIVE,
    STALE,
    RELEASED,
    COMPLETED,
    EXPIRED
  }

  enum Operation {
    ACQUIRE_SAME,
    ACQUIRE_OTHER,
    HEARTBEAT,
    COMPLETE,
    FAIL,
    RELEASE,
    RECOVER
  }

  private void bring(State state, Lease lease) {
    switch (state) {
      case ABSENT -> table.write(new Write.Delete(Keys.lock("key"), Condition.always()));
      case LIVE -> clock.advance(Duration.ofSeconds(59));
      case STALE -> clock.advance(Duration.ofSeconds(60));
      case RELEASED -> lease.release();
      case COMPLETED -> lease.complete("outcome");
      case EXPIRED -> {
        lease.complete("outcome");
        clock.advance(Duration.ofDays(1));
      }
    }
  }

  private void acquire(LockRequest request, String expected) {
    if (expected.equals("other payload")) {
      assertThatThrownBy(() -> others.acquire(request))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("Cannot lock 'key': the same work ")
          .hasMessageContaining("by run " + owner.jobRunId())
          .hasMessageContaining(" with other input (wait until ")
          .hasMessageEndingWith(" at the latest, when its key is free again)");
      return;
    }
    LockAnswer answer = others.acquire(request);
    switch (expected) {
      case "held" ->
          assertThat(answer)
              .isEqualTo(
                  new LockAnswer.Held(owner.jobRunId(), MutableClock.START.plus(REQUEST.lease())));
      case "replayed" ->
          assertThat(answer).isEqualTo(new LockAnswer.Completed(owner.jobRunId(), "outcome"));
      default ->
          assertThat("taken with token " + ((LockAnswer.Acquired) answer).lease().fence().token())
              .isEqualTo(expected);
    }
  }

  private void recover(Recovery expected) {
    assertThat(others.recover("key")).isEqualTo(expected);
    if (expected == Recovery.RELEASED) {
      assertThat(others.find("key").orElseThrow().status()).isEqualTo(LockStatus.RELEASED);
    }
  }

  private void own(Runnable operation, String expected) {
    var before = table.get(Keys.lock("key"));
    if (expected.equals("conflict")) {
      assertThatThrownBy(operation::run)
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("no longer holds it");
    } else {
      operation.run();
    }
    if (expected.equals("conflict") || expected.equals("nothing")) {
      assertThat(table.get(Keys.lock("key"))).isEqualTo(before);
      return;
    }
    LockRecord lock = LockRecord.ITEM.read(table.get(Keys.lock("key")));
    switch (expected) {
      case "renewed" ->
          assertThat(lock.leaseExpiresAt()).isEqualTo(clock.instant().plus(REQUEST.lease()));
      case "completed" -> {
        assertThat(lock.status()).isEqualTo(LockStatus.COMPLETED);
        assertThat(lock.outcome()).isEqualTo("done");
      }
      default -> {
        assertThat(lock.status()).isEqualTo(LockStatus.RELEASED);
        assertThat(others.acquire(LockRequest.mutex("key")))
            .isInstanceOf(LockAnswer.Acquired.class);
      }
    }
  }
}
