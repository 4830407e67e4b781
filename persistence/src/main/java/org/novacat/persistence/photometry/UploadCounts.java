package org.novacat.persistence.photometry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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
  public UploadCounts {
    Map<UploadStatus, Long> states = new EnumMap<>(UploadStatus.class);
    states.putAll(byStatus);
    byStatus = Collections.unmodifiableMap(states);
    Map<FileRefusalCode, Long> codes = new EnumMap<>(FileRefusalCode.class);
    codes.putAll(refused);
    refused = Collections.unmodifiableMap(codes);
  }

  /** All uploads. */
  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
