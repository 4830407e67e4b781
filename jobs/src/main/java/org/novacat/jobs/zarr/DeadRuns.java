package org.novacat.jobs.zarr;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.lock.LockStatus;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunStatus;

/** Which runs of this table have no process any more; runs of others are not known. */
record DeadRuns(Catalog catalog, Clock clock) implements Predicate<String> {
  @Override
  public boolean test(String run) {
    try {
      JobRunId id = JobRunId.parse(run);
      Optional<JobRun> known = catalog.runs().find(id);
      return known.isPresent() && (known.get().status() != RunStatus.RUNNING || isSilent(id));
    } catch (IllegalArgumentException e) {
      return false; // another program's
    }
  }

  private boolean isSilent(JobRunId id) {
    return catalog
        .firstLocks()
        .find(JobRun.lock(id).key())
        .filter(lock -> lock.status() == LockStatus.IN_PROGRESS)
        .filter(lock -> lock.leaseExpiresAt().isAfter(clock.instant()))
        .isEmpty();
  }
}
