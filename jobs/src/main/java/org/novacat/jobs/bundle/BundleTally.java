package org.novacat.jobs.bundle;

import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.lock.LockAnswer;

/** Counts how the bundles of a run end. Used by the driver's one thread. */
final class BundleTally {
  /** Names in a report; the rest is in the items. */
  private static final int MOST_NAMED = 1000;

  private final JobRunner run;
  private final Tally bundles;

  BundleTally(JobRunner run) {
    this.run = run;
    this.bundles = run.count(new Counted("bundles", "built", "refused", MOST_NAMED));
  }

  void plan(long more) {
    bundles.plan(more);
  }

  void built(Bundle bundle, int files) {
    bundles.ended(Ending.DONE);
    run.measured("bundle_bytes", bundle.zip().byteLength());
    run.measured("bundle_files", files);
  }

  void unchanged() {
    bundles.ended(Ending.UNCHANGED);
  }

  void held(NovaId nova, LockAnswer answer) {
    String by =
        answer instanceof LockAnswer.Held held
            ? "run %s, whose lock holds until %s unless it goes on"
                .formatted(held.by(), held.until())
            : "another run";
    lost(nova, "bundle of nova %s (%s)".formatted(nova, by));
  }

  void lost(NovaId nova, String why) {
    bundles.named(Ending.NOT_OURS, nova.toString(), why);
  }

  void unknown(NovaId nova, String why) {
    bundles.named(Ending.UNKNOWN, nova.toString(), "bundle of nova %s: %s".formatted(nova, why));
  }

  void postponed(NovaId nova, Postponement why) {
    bundles.named(
        Ending.POSTPONED,
        why.code(),
        nova.toString(),
        "bundle of nova %s: %s".formatted(nova, why.why()));
  }

  void postponed(NovaId nova, PostponedCode code, RuntimeException why) {
    postponed(nova, new Postponement(code, String.valueOf(why.getMessage())));
  }
}
