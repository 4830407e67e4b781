package org.novacat.jobs.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.run.JobRun;

/**
 * The sign that the process of a run lives: a lock that it renews until the run has ended. A run
 * that has not ended and whose lock has run out is dead, whatever killed it.
 */
final class Alive implements AutoCloseable {
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(Alive::daemon);
  private final Lease lease;
  private final LeaseKeeper keeper;

  private Alive(Lease lease) {
    this.lease = lease;
    this.keeper = LeaseKeeper.start(lease, heartbeat, () -> {});
  }

  /** Gives the first sign; null when another process has taken the run for dead already. */
  static @Nullable Alive begin(Locks locks, JobRunId run) {
    return locks.acquire(JobRun.lock(run)) instanceof LockAnswer.Acquired acquired
        ? new Alive(acquired.lease())
        : null;
  }

  @Override
  public void close() {
    keeper.close();
    heartbeat.shutdownNow();
    lease.release();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-alive");
    thread.setDaemon(true);
    return thread;
  }
}
