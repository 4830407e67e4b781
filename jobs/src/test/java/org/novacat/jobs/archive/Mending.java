package org.novacat.jobs.archive;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.novacat.jobs.archive.RecoverJob.Leftovers;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;

/** The commands that look for damage and mend it, for tests of other packages. */
public final class Mending {
  private Mending() {}

  /** {@code novacat recover --deep}. */
  public static void recover(Stores stores, JobRunId id, Clock clock) {
    recover(stores, id, clock, any -> true);
  }

  /** The same of some findings alone. */
  static void recover(Stores stores, JobRunId id, Clock clock, Predicate<Finding> which) {
    Map<IngestFileId, Set<NovaId>> parts = stores.catalog().inventory().unnamedParts();
    Leftovers left =
        RecoverCommand.leftovers(found(stores, clock).stream().filter(which).toList(), parts);
    JobRunner.run(new RecoverJob(left), stores, id, report -> {});
  }

  /** {@code novacat verify --deep}: each finding as its check and what it is about. */
  public static List<String> verify(Stores stores, Clock clock) {
    return found(stores, clock).stream()
        .map(finding -> finding.kind() + " " + finding.what())
        .toList();
  }

  private static List<Finding> found(Stores stores, Clock clock) {
    return Verification.of(stores.catalog(), stores.archive(), true, clock.instant());
  }
}
