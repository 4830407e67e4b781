package org.novacat.jobs.photometry.ingest;

import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.photometry.upload.DecidedUpload;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryUpload;

/** Counts how uploads, their rows and the tables of novae end. Used by the driver's one thread. */
final class PhotometryTally {
  /** Names in a report; the rest is in the items. */
  private static final int MOST_NAMED = 1000;

  /** Why good rows enter no table. */
  private enum RowCode {
    IN_REFUSED_FILE
  }

  private final JobRunner run;
  private final Tally uploads;
  private final Tally rows;
  private final Tally tables;

  PhotometryTally(JobRunner run) {
    this.run = run;
    this.uploads = run.count(new Counted("uploads", "accepted", "refused", MOST_NAMED));
    this.rows = run.count(new Counted("rows", "accepted", "rejected", 0));
    this.tables = run.count(new Counted("tables", "built", "refused", MOST_NAMED));
  }

  void planUploads(long more) {
    uploads.plan(more);
  }

  void planTables(long more) {
    tables.plan(more);
  }

  void decided(PhotometryUpload upload, DecidedUpload decided) {
    FileRefusal refusal = decided.refusal();
    rows.plan(decided.rows());
    rows.ended(Ending.DONE, decided.accepted());
    decided.rejected().forEach((code, count) -> rows.ended(Ending.REFUSED, code, count));
    rows.ended(Ending.REFUSED, RowCode.IN_REFUSED_FILE, decided.leftOut());
    run.measured("unaccounted", decided.unaccounted());
    if (refusal == null) {
      uploads.ended(Ending.DONE);
    } else {
      uploads.named(
          Ending.REFUSED,
          refusal.code(),
          upload.filename(),
          "%s: %s (%s)".formatted(upload.filename(), refusal.message(), refusal.remedy()));
    }
  }

  void notOurs(PhotometryUpload upload) {
    uploads.named(Ending.NOT_OURS, upload.filename(), "upload " + upload.id());
  }

  /** Its rows are not counted: the verdict that stands has them. */
  void unknown(PhotometryUpload upload, String why) {
    uploads.named(Ending.UNKNOWN, upload.filename(), "%s: %s".formatted(upload.filename(), why));
  }

  void unknown(NovaId nova, String why) {
    tables.named(Ending.UNKNOWN, nova.toString(), "table of nova %s: %s".formatted(nova, why));
  }

  void postponed(PhotometryUpload upload, Postponement why) {
    uploads.named(
        Ending.POSTPONED,
        why.code(),
        upload.filename(),
        "%s: %s".formatted(upload.filename(), why.why()));
  }

  void built(PhotometryTable table) {
    tables.ended(Ending.DONE);
    run.measured("table_rows", table.rows());
    run.measured("table_duplicates", table.duplicates());
  }

  void unchanged() {
    tables.ended(Ending.UNCHANGED);
  }

  void held(NovaId nova, LockAnswer answer) {
    String by =
        answer instanceof LockAnswer.Held held
            ? "run %s, whose lock holds until %s unless it goes on"
                .formatted(held.by(), held.until())
            : "another run";
    lost(nova, "table of nova %s (%s)".formatted(nova, by));
  }

  void lost(NovaId nova, String why) {
    tables.named(Ending.NOT_OURS, nova.toString(), why);
  }

  void postponed(NovaId nova, Postponement why) {
    tables.named(
        Ending.POSTPONED,
        why.code(),
        nova.toString(),
        "table of nova %s: %s".formatted(nova, why.why()));
  }

  void postponed(NovaId nova, PostponedCode code, RuntimeException why) {
    postponed(nova, new Postponement(code, String.valueOf(why.getMessage())));
  }
}
