package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.lock.LockAnswer;

/** Counts how uploads and tables end. Used by the driver's one thread. */
final class PhotometryTally {
  private static final int MOST_NAMED = 1000;

  private final Map<FileRefusalCode, Long> refused = new EnumMap<>(FileRefusalCode.class);
  private final Map<RowRejectionCode, Long> rejected = new EnumMap<>(RowRejectionCode.class);
  private final List<String> refusals = new ArrayList<>();
  private final List<String> notOurs = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long accepted;
  private long otherRuns;
  private long failed;
  private long outOfMemory;
  private long rowsRead;
  private long rowsAccepted;
  private long rowsInRefusedFiles;
  private long tablesBuilt;
  private long tablesUnchanged;
  private long tablesHeld;
  private long tablesFailed;
  private long tableRows;
  private long tableDuplicates;

  void decided(PhotometryUpload upload, DecidedUpload decided) {
    DecidedUpload.Refusal refusal = decided.refusal();
    rowsRead += decided.rows();
    rowsAccepted += decided.accepted();
    rowsInRefusedFiles += decided.leftOut();
    decided.rejected().forEach((code, count) -> rejected.merge(code, count, Long::sum));
    if (refusal == null) {
      accepted++;
    } else {
      refused.merge(refusal.code(), 1L, Long::sum);
      name(
          refusals,
          "%s  %s: %s (%s)"
              .formatted(refusal.code(), upload.filename(), refusal.message(), refusal.remedy()));
    }
  }

  void notOurs(PhotometryUpload upload) {
    otherRuns++;
    name(notOurs, "upload " + upload.id());
  }

  void failed(PhotometryUpload upload, DecidedUpload.Failure failure) {
    failed++;
    outOfMemory += failure.outOfMemory() ? 1 : 0;
    name(problems, "%s: %s".formatted(upload.filename(), failure.why()));
  }

  void built(NovaId nova, BuiltTable.Facts facts) {
    tablesBuilt++;
    tableRows += facts.rows();
    tableDuplicates += facts.duplicates();
  }

  void unchanged(NovaId nova) {
    tablesUnchanged++;
  }

  void held(NovaId nova, LockAnswer answer) {
    tablesHeld++;
    String by =
        answer instanceof LockAnswer.Held held
            ? "run %s, whose lock holds until %s unless it goes on"
                .formatted(held.by(), held.until())
            : "another run";
    name(notOurs, "table of nova %s (%s)".formatted(nova, by));
  }

  void lost(NovaId nova, ConflictException conflict) {
    tablesHeld++;
    name(notOurs, String.valueOf(conflict.getMessage()));
  }

  void notBuilt(BuiltTable built) {
    tablesFailed++;
    outOfMemory += built.outOfMemory() ? 1 : 0;
    name(problems, "table of nova %s: %s".formatted(built.nova(), built.failure()));
  }

  private static void name(List<String> names, String name) {
    if (names.size() < MOST_NAMED) {
      names.add(name);
    }
  }

  PhotometryReport.Files files(long planned) {
    long refusedFiles = refused.values().stream().mapToLong(Long::longValue).sum();
    long reached = accepted + refusedFiles + otherRuns + failed;
    return new PhotometryReport.Files(
        planned, accepted, refusedFiles, otherRuns, failed, planned - reached, refused);
  }

  PhotometryReport.Rows rows() {
    return new PhotometryReport.Rows(rowsRead, rowsAccepted, rejected, rowsInRefusedFiles);
  }

  PhotometryReport.Tables tables(long dirty) {
    long reached = tablesBuilt + tablesUnchanged + tablesHeld + tablesFailed;
    return new PhotometryReport.Tables(
        dirty,
        tablesBuilt,
        tablesUnchanged,
        tablesHeld,
        tablesFailed,
        dirty - reached,
        tableRows,
        tableDuplicates);
  }

  List<String> refusals() {
    return refusals;
  }

  List<String> notOurs() {
    return notOurs;
  }

  /** Uploads and tables among those that failed for which memory did not suffice. */
  long outOfMemory() {
    return outOfMemory;
  }

  List<String> problems() {
    return problems;
  }
}
