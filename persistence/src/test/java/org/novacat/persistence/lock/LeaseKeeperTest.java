package org.novacat.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

class LeaseKeeperTest {
  private static final LockRequest REQUEST =
      LockRequest.mutex("key").withLease(Duration.ofMillis(15));

  private final InMemoryTable table = new InMemoryTable();
  private final MutableClock clock = new MutableClock();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

  @AfterEach
  void stop() {
    scheduler.shutdownNow();
  }

  @Test
  void leaseIsRenewedAgainAndAgain() throws InterruptedException {
    CountDownLatch beats = new CountDownLatch(3);
    Lease lease = lease(new Beats(beats, Answer.NORMAL));

    try (LeaseKeeper keeper = LeaseKeeper.start(lease, scheduler, () -> {})) {
      assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(keeper.isLost()).isFalse();
    }
  }

  @Test
  void lostLease_isReported() throws InterruptedException {
    CountDownLatch lost = new CountDownLatch(1);
    Lease lease = lease(table);
    clock.advance(REQUEST.lease());
    lease(table);

    try (LeaseKeeper keeper = LeaseKeeper.start(lease, scheduler, lost::countDown)) {
      assertThat(lost.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(keeper.isLost()).isTrue();
    }
  }

  @Test
  void storeThatDoesNotAnswer_isAskedAgain() throws InterruptedException {
    CountDownLatch beats = new CountDownLatch(3);
    Lease lease = lease(new Beats(beats, Answer.UNREACHABLE));

    try (LeaseKeeper keeper = LeaseKeeper.start(lease, scheduler, () -> {})) {
      assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(keeper.isLost()).isFalse();
    }
  }

  private Lease lease(Table on) {
    Locks locks =
        new Locks(policy -> on, RetryPolicy.PROMPT, RunContext.single(JobRunId.mint()), clock);
    return ((LockAnswer.Acquired) locks.acquire(REQUEST)).lease();
  }

  private enum Answer {
    NORMAL,
    UNREACHABLE
  }

  /** Counts renewals, which are the updates of a lock that is there. */
  private final class Beats extends ForwardingTable {
    private final CountDownLatch beats;
    private final Answer answer;

    Beats(CountDownLatch beats, Answer answer) {
      super(table);
      this.beats = beats;
      this.answer = answer;
    }

    @Override
    public WriteResult write(Write write) {
      if (!write.condition().equals(Condition.absent())) {
        beats.countDown();
        if (answer == Answer.UNREACHABLE) {
          throw new StoreUnreachableException("nobody answers", null);
        }
      }
      return super.write(write);
    }
  }
}
