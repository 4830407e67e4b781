package org.novacat.jobs.spectra;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.spectra.IngestReport.Ending;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.commit.CommitResult;

/** Books what became of each outcome that was given to the committer. */
final class Commits {
  private final Tally tally;
  private final Progress progress;
  private final Map<DataProductId, Postponement> postponed = new HashMap<>();

  /** How a product that is about to be postponed ends, and why. */
  private record Postponement(Ending ending, String why) {}

  Commits(Tally tally, Progress progress) {
    this.tally = tally;
    this.progress = progress;
  }

  /** Remembers why a product is about to be postponed, which its item has no room for. */
  void postponed(PlannedProduct planned, TaskOutcome.Postponed found) {
    boolean memory = found instanceof TaskOutcome.OutOfMemory;
    postponed.put(
        found.product(),
        new Postponement(
            memory ? Ending.OUT_OF_MEMORY : Ending.POSTPONED,
            "%s: %s%s"
                .formatted(
                    planned.locator(), found.message(), memory ? "" : "; it will be tried again")));
  }

  /** Books how it ended. */
  void ended(CommitResult result) {
    DataProductId product = result.product().id();
    Postponement postponement = postponed.remove(product);
    if (result instanceof CommitResult.Committed committed) {
      committed(committed, postponement);
    } else if (result instanceof CommitResult.Duplicate) {
      tally.ended(Ending.DUPLICATE);
    } else if (result instanceof CommitResult.AlreadyRecorded recorded) {
      tally.notOurs(product, recorded.by().toString());
    } else if (result instanceof CommitResult.Conflict conflict) {
      tally.problem(Ending.CONFLICT, product, conflict.why());
    } else {
      tally.problem(Ending.UNKNOWN, product, ((CommitResult.Unknown) result).why());
    }
    progress.add(1);
  }

  private void committed(CommitResult.Committed committed, @Nullable Postponement postponement) {
    if (postponement != null) {
      tally.problem(postponement.ending(), committed.product().id(), postponement.why());
    } else if (committed.reason() != null) {
      tally.quarantined(committed.reason());
    } else {
      tally.ended(Ending.VALID);
    }
  }
}
