package org.novacat.persistence.photometry;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.state.UploadStatus;

/** Adds uploads up. Used by one thread. */
final class UploadCounter {
  private final Map<UploadStatus, Long> byStatus = new EnumMap<>(UploadStatus.class);
  private final Map<FileRefusalCode, Long> refused = new EnumMap<>(FileRefusalCode.class);
  private long rowsAccepted;
  private long rowsRejected;

  /** These uploads together. */
  static UploadCounter of(Stream<PhotometryUpload> uploads) {
    UploadCounter counter = new UploadCounter();
    uploads.forEach(counter::add);
    return counter;
  }

  /** Adds what another has added up. */
  void add(UploadCounter other) {
    other.byStatus.forEach((status, count) -> byStatus.merge(status, count, Long::sum));
    other.refused.forEach((code, count) -> refused.merge(code, count, Long::sum));
    rowsAccepted += other.rowsAccepted;
    rowsRejected += other.rowsRejected;
  }

  /** A verdict counts once it stands; an upload that waits again has only an old one. */
  void add(PhotometryUpload upload) {
    byStatus.merge(upload.status(), 1L, Long::sum);
    UploadVerdict verdict = upload.verdict();
    FileRefusal refusal = verdict == null ? null : verdict.refusal();
    if (refusal != null && upload.status() == UploadStatus.REFUSED) {
      refused.merge(refusal.code(), 1L, Long::sum);
    }
    if (verdict != null && upload.status() == UploadStatus.ACCEPTED) {
      rowsAccepted += verdict.accepted();
      rowsRejected += verdict.rejected();
    }
  }

  UploadCounts counts() {
    return new UploadCounts(byStatus, refused, rowsAccepted, rowsRejected);
  }
}
