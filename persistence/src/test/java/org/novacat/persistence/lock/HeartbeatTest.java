package org.novacat.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

/** How long a renewal is tried at a service that answers nothing. */
class HeartbeatTest {
  /** What a request that gets no answer takes. */
  private static final Duration ONE_TRY = Duration.ofSeconds(11);

  private static final LockRequest REQUEST = LockRequest.mutex("key");

  private final MutableClock clock = new MutableClock();
  private final Deaf deaf = new Deaf();

  @Test
  void renewalThatGetsNoAnswer_isOverBeforeTheLeaseIs() {
    Lease lease = lease(policy -> retrying(policy));

    assertThat(tried(lease)).isLessThan(REQUEST.lease());
  }

  /** The control: tried as the first steps of a workflow are, it outlives the lease. */
  @Test
  void renewalTriedLikeAStep_outlivesTheLease() {
    Lease lease = lease(policy -> retrying(RetryPolicy.WORKFLOW_STEP));

    assertThat(tried(lease)).isEqualTo(Duration.ofSeconds(86)).isGreaterThan(REQUEST.lease());
  }

  /** However long the run is patient at its later steps. */
  @Test
  void lockThatARunTakesFirst_isTriedAsFirstStepsAre() {
    List<Duration> pauses = new ArrayList<>();
    Table down = new FaultyTable(new InMemoryTable(), new FaultPlan(0, 1, 0, 0, 0));
    RunContext run = RunContext.single(JobRunId.mint());
    Catalog catalog =
        Catalog.over(down, run, clock, RetryPolicy.PATIENT, Waits.silent(pauses::add));

    assertThatThrownBy(() -> catalog.firstLocks().acquire(REQUEST))
        .isInstanceOf(StoreUnreachableException.class);

    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  private Lease lease(java.util.function.Function<RetryPolicy, Table> tables) {
    Locks locks =
        new Locks(tables, RetryPolicy.WORKFLOW_STEP, RunContext.single(JobRunId.mint()), clock);
    return ((LockAnswer.Acquired) locks.acquire(REQUEST)).lease();
  }

  private Table retrying(RetryPolicy policy) {
    Waits waits = new Waits(clock::advance, clock, WaitListener.NONE);
    return new RetryingTable(deaf, new Retrier(policy, waits, () -> {}));
  }

  private Duration tried(Lease lease) {
    Instant begun = clock.instant();
    assertThatThrownBy(lease::renew).isInstanceOf(PersistenceException.class);
    return Duration.between(begun, clock.instant());
  }

  /** Hears the put that takes the lock, and nothing after it. */
  private final class Deaf extends ForwardingTable {
    Deaf() {
      super(new InMemoryTable());
    }

    @Override
    public WriteResult write(Write write) {
      if (write.condition().equals(Condition.absent())) {
        return super.write(write);
      }
      clock.advance(ONE_TRY);
      throw new TransientStoreException(Effect.POSSIBLE, "no answer", null);
    }
  }
}
