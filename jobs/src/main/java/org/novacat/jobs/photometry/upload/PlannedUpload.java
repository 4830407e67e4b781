package org.novacat.jobs.photometry.upload;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.store.Pointer;

/**
 * An upload as it travels to an executor.
 *
 * @param raw its bytes
 * @param companions SHA-256 by key of what was given with it
 * @param nova whose it is, when who gave it said so; null when the file has to say
 * @param registeredAt no epoch in it can be much later
 * @param due since when it waits for this decision, which names the decision's quarantine
 * @param logs where the log of the run lies that decides; null where nobody keeps it
 */
public record PlannedUpload(
    IngestFileId id,
    String filename,
    Pointer raw,
    TreeMap<ObjectKey, ContentHash> companions,
    @Nullable NovaId nova,
    String dataOrigin,
    Instant registeredAt,
    Instant due,
    @Nullable LogPointers logs)
    implements Bin.Piece {
  /** An upload, whose it is, and where the log of the run lies that decides. */
  public static PlannedUpload of(
      PhotometryUpload upload, @Nullable NovaId nova, @Nullable LogPointers logs) {
    return new PlannedUpload(
        upload.id(),
        upload.filename(),
        upload.raw(),
        new TreeMap<>(upload.companions()),
        nova,
        upload.dataOrigin(),
        upload.meta().createdAt(),
        upload.meta().updatedAt(),
        logs);
  }

  @Override
  public long bytes() {
    return raw.byteLength();
  }
}
