package org.novacat.jobs.photometry.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;

/** The ingest of photometry, for tests of other packages. */
public final class PhotometryIngest {
  private PhotometryIngest() {}

  /** Takes up all that waits. */
  public static void run(Stores stores, JobRunId id, Clock clock) {
    Catalog catalog = stores.catalog();
    IngestPhotometry job =
        new IngestPhotometry(
            "ingest-photometry",
            catalog.uploads().waiting().toList(),
            TablePhase.dirty(catalog).keySet(),
            List.of(),
            Duration.ofMinutes(1),
            clock);
    JobRunner.run(job, stores, id, report -> {});
  }
}
