package org.novacat.jobs.photometry.upload;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Pointer;

/**
 * What a task found out about an upload, on its way to the driver.
 *
 * @param postponement why nothing could be found out; null when something was
 * @param refusal why nothing of it enters a table; null when something does
 * @param rows read
 * @param rejected rows by code
 * @param leftOut rows that nothing speaks against but that the file was refused
 * @param quarantined SHA-256 by key of what of it lies in quarantine
 * @param manifest hash of {@code manifest.json}; null when refused
 * @param unaccounted pieces of it that nobody understood
 */
public record DecidedUpload(
    IngestFileId id,
    @Nullable Postponement postponement,
    String format,
    long rows,
    long accepted,
    TreeMap<RowRejectionCode, Long> rejected,
    long leftOut,
    @Nullable FileRefusal refusal,
    ArrayList<Part> parts,
    TreeMap<ObjectKey, ContentHash> quarantined,
    @Nullable ContentHash manifest,
    int unaccounted)
    implements Serializable {
  /**
   * The part of the upload that is about one nova.
   *
   * @param source the piece of the upload, or the upload itself
   * @param parquet its accepted rows
   */
  public record Part(NovaId nova, Pointer source, Pointer parquet, long rows)
      implements Serializable {}

  public DecidedUpload {
    long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
    if (rows != accepted + refused + leftOut) {
      throw new IllegalStateException(
          "Cannot report upload '%s': %s rows were read, %s accepted, %s rejected, %s left out"
              .formatted(id, rows, accepted, refused, leftOut));
    }
    if (refusal == null ? leftOut > 0 : accepted > 0) {
      throw new IllegalStateException(
          "Cannot report upload '%s': %s rows accepted, %s left out, refused: %s"
              .formatted(id, accepted, leftOut, refusal));
    }
  }

  /** No verdict; the upload stays as it is. */
  static DecidedUpload postponed(IngestFileId id, Postponement why) {
    return new DecidedUpload(
        id, why, "", 0, 0, new TreeMap<>(), 0, null, new ArrayList<>(), new TreeMap<>(), null, 0);
  }

  /** The same, refused when it was to be recorded: none of its rows enters a table. */
  public DecidedUpload refusedAs(FileRefusal why) {
    return new DecidedUpload(
        id,
        null,
        format,
        rows,
        0,
        rejected,
        leftOut + accepted,
        why,
        new ArrayList<>(),
        quarantined,
        null,
        unaccounted);
  }

  /** The folder of {@code quarantined}; "" when nothing lies there. */
  public String quarantinePrefix() {
    return quarantined.isEmpty() ? "" : quarantined.firstKey().folder();
  }

  /** Rows that enter no table. */
  public long rejectedRows() {
    return rows - accepted;
  }
}
