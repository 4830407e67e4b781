package org.novacat.jobs.spectra;

import java.time.Clock;
import java.time.Duration;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;

/** The ingest of spectra, for tests of other packages. */
public final class SpectraIngest {
  private SpectraIngest() {}

  /** Takes up all that waits. */
  public static void run(Stores stores, JobRunId id, Clock clock) {
    try (IngestPlan plan = IngestPlanner.plan(stores.catalog(), clock.instant(), Long.MAX_VALUE)) {
      JobRunner.run(
          new IngestSpectra(plan, 1 << 24, Duration.ofMinutes(1), clock), stores, id, report -> {});
    }
  }
}
