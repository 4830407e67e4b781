package org.novacat.jobs.spectra;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.spectra.IngestReport.Ending;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.state.ValidationStatus;

/** Books what became of each outcome that was given to the committer. */
final class Commits {
  private final Tally tally;
  private final Progress progress;
  private final Map<DataProductId, String> postponed = new HashMap<>();

  Commits(Tally tally, Progress progress) {
    this.tally = tally;
    this.progress = progress;
  }

  /** Remembers why a product is about to be postponed, which its item has no room for. */
  void postponed(DataProductId product, String why) {
    postponed.put(product, why);
  }

  /** Books how it ended. */
  void ended(CommitResult result) {
    DataProductId product = result.product().id();
    String why = postponed.remove(product);
    if (result instanceof CommitResult.Committed committed) {
      committed(committed, why);
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

  private void committed(CommitResult.Committed committed, @Nullable String why) {
    if (committed.reason() != null) {
      tally.quarantined(committed.reason());
    } else if (committed.state().validation() == ValidationStatus.VALID) {
      tally.ended(Ending.VALID);
    } else {
      tally.problem(Ending.POSTPONED, committed.product().id(), why + "; it will be tried again");
    }
  }
}
