package org.novacat.jobs.bundle;

import java.time.Clock;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;

/** The building of bundles, for tests of other packages. */
public final class Bundling {
  private Bundling() {}

  /** Builds all that are due. */
  public static void run(Stores stores, JobRunId id, Clock clock) {
    BuildBundles job = new BuildBundles(DueBundle.ofQueue(stores.catalog()), clock);
    JobRunner.run(job, stores, id, report -> {});
  }
}
