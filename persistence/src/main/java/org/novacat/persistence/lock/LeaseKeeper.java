package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a lease three times in its length until closed. A lost lease is reported once; a store
 * that does not answer is only logged, since the next heartbeat may get through and the fence
 * decides in the end.
 */
public final class LeaseKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final Lease lease;
  private final Runnable onLost;
  private final AtomicBoolean lost = new AtomicBoolean();
  private final ScheduledFuture<?> beats;

  private LeaseKeeper(Lease lease, ScheduledExecutorService scheduler, Runnable onLost) {
    this.lease = requireNonNull(lease, "lease is null");
    this.onLost = requireNonNull(onLost, "onLost is null");
    long period = Math.max(1, lease.length().toMillis() / 3);
    this.beats = scheduler.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to renew a lease.
   *
   * @param onLost called at most once, on a thread of the scheduler
   */
  public static LeaseKeeper start(
      Lease lease, ScheduledExecutorService scheduler, Runnable onLost) {
    return new LeaseKeeper(lease, scheduler, onLost);
  }

  /** Whether the lease was found to be lost. */
  public boolean isLost() {
    return lost.get();
  }

  /** Stops renewing. The lease stays; giving it up is its owner's business. */
  @Override
  public void close() {
    beats.cancel(false);
  }

  private void beat() {
    if (lost.get()) {
      return;
    }
    try {
      lease.renew();
    } catch (ConflictException e) {
      if (lost.compareAndSet(false, true)) {
        onLost.run();
      }
    } catch (PersistenceException e) {
      LOG.warn("Could not renew lock '{}'", lease.fence().key(), e);
    }
  }
}
