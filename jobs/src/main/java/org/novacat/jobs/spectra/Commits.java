package org.novacat.jobs.spectra;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.spectra.IngestReport.Ending;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.state.ValidationStatus;

/** Books what became of each outcome that was given to the committer. */
final class Commits {
  private final Tally tally;
  private final Progress progress;
  private final Map<DataProductId, QuarantineReason> refused = new HashMap<>();

  Commits(Tally tally, Progress progress) {
    this.tally = tally;
    this.progress = progress;
  }

  /** Notes an outcome that is about to be committed. */
  void given(ValidationOutcome outcome) {
    if (outcome instanceof ValidationOutcome.Quarantined quarantined) {
      refused.put(quarantined.product().id(), quarantined.facts().reason());
    }
  }

  /** Books how it ended. */
  void ended(CommitResult result) {
    DataProductId product = result.product().id();
    QuarantineReason reason = refused.remove(product);
    if (result instanceof CommitResult.Committed committed) {
      committed(committed, reason);
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

  private void committed(CommitResult.Committed committed, @Nullable QuarantineReason reason) {
    if (reason != null) {
      tally.quarantined(reason);
    } else if (committed.state().validation() == ValidationStatus.VALID) {
      tally.ended(Ending.VALID);
    } else {
      tally.problem(
          Ending.POSTPONED, committed.product().id(), "the store failed; it will be tried again");
    }
  }
}
