package org.novacat.jobs.spectra;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.product.QuarantineFacts;

/** Counts what became of each outcome that was given to the committer. */
final class Commits {
  private final Tally tally;
  private final Progress progress;
  private final Map<DataProductId, Remark> remarks = new HashMap<>();

  /** What the item of a product that is about to be committed has no room for. */
  private record Remark(Enum<?> code, String message) {}

  Commits(Tally tally, Progress progress) {
    this.tally = tally;
    this.progress = progress;
  }

  /** Remembers why a product is about to be postponed, or refused for a damage of the archive. */
  void about(PlannedProduct planned, TaskOutcome found) {
    if (found instanceof TaskOutcome.Postponed postponed) {
      PostponedCode code = postponed.postponement().code();
      String tail = code == PostponedCode.STORE_FAILED ? "; it will be tried again" : "";
      remark(planned, code, postponed.postponement().why() + tail);
    } else if (found instanceof TaskOutcome.Judged judged
        && judged.verdict() instanceof ValidationOutcome.Quarantined refused
        && RawDamage.is(refused.facts().detail())) {
      QuarantineFacts facts = refused.facts();
      remark(planned, RawDamage.valueOf(facts.detail()), facts.message());
    }
  }

  private void remark(PlannedProduct planned, Enum<?> code, String why) {
    String message = "%s: %s: %s".formatted(planned.product(), planned.locator(), why);
    remarks.put(planned.product(), new Remark(code, message));
  }

  /** Counts how it ended. */
  void ended(CommitResult result) {
    String product = result.product().id().toString();
    Remark remark = remarks.remove(result.product().id());
    if (result instanceof CommitResult.Committed committed) {
      committed(committed, remark);
    } else if (result instanceof CommitResult.Duplicate) {
      tally.ended(Ending.DUPLICATE);
    } else if (result instanceof CommitResult.AlreadyRecorded recorded) {
      tally.named(Ending.NOT_OURS, product, "%s (run %s)".formatted(product, recorded.by()));
    } else if (result instanceof CommitResult.Conflict conflict) {
      tally.named(Ending.CONFLICT, product, product + ": " + conflict.why());
    } else {
      CommitResult.Unknown unknown = (CommitResult.Unknown) result;
      tally.named(Ending.UNKNOWN, product, product + ": " + unknown.why());
    }
    progress.add(1);
  }

  private void committed(CommitResult.Committed committed, @Nullable Remark remark) {
    Enum<?> reason = committed.reason();
    if (remark != null) {
      Ending ending = reason == null ? Ending.POSTPONED : Ending.REFUSED;
      tally.named(ending, remark.code(), committed.product().id().toString(), remark.message());
    } else if (reason != null) {
      tally.ended(Ending.REFUSED, reason, 1);
    } else {
      tally.ended(Ending.DONE);
    }
  }
}
