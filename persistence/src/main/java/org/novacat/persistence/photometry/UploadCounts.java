package org.novacat.persistence.photometry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.state.UploadStatus;

/**
 * How many uploads are in each state, why refused ones were, and how the rows of decided ones
 * ended.
 *
 * @param byStatus only states that occur
 * @param refused uploads that are refused and may yet enter, by code; only codes that occur
 * @param rowsAccepted of uploads whose rows are in tables
 * @param rowsRejected of the same uploads
 */
public record UploadCounts(
    Map<UploadStatus, Long> byStatus,
    Map<FileRefusalCode, Long> refused,
    long rowsAccepted,
    long rowsRejected) {
  /** No upload. */
  public static final UploadCounts NONE = new UploadCounts(Map.of(), Map.of(), 0, 0);

  public UploadCounts {
    byStatus = Collections.unmodifiableMap(sum(UploadStatus.class, byStatus, Map.of()));
    refused = Collections.unmodifiableMap(sum(FileRefusalCode.class, refused, Map.of()));
  }

  /** One upload. A verdict counts once it stands; one that waits again has only an old one. */
  static UploadCounts of(PhotometryUpload upload) {
    UploadStatus status = upload.status();
    UploadVerdict verdict = upload.verdict();
    FileRefusal why = verdict == null || status != UploadStatus.REFUSED ? null : verdict.refusal();
    UploadVerdict stands = status == UploadStatus.ACCEPTED ? verdict : null;
    return new UploadCounts(
        Map.of(status, 1L),
        why == null ? Map.of() : Map.of(why.code(), 1L),
        stands == null ? 0 : stands.accepted(),
        stands == null ? 0 : stands.rejected());
  }

  /** Both together. */
  UploadCounts and(UploadCounts other) {
    return new UploadCounts(
        sum(UploadStatus.class, byStatus, other.byStatus),
        sum(FileRefusalCode.class, refused, other.refused),
        rowsAccepted + other.rowsAccepted,
        rowsRejected + other.rowsRejected);
  }

  private static <E extends Enum<E>> Map<E, Long> sum(
      Class<E> type, Map<E, Long> one, Map<E, Long> other) {
    Map<E, Long> sum = new EnumMap<>(type);
    sum.putAll(one);
    other.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }

  /** All uploads. */
  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
