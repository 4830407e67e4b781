package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** The human gate of photometry: uploads that were refused, or rows of them were. */
public final class UploadReviews {
  private final Table table;
  private final Uploads uploads;

  UploadReviews(Table table, Uploads uploads) {
    this.table = requireNonNull(table, "table is null");
    this.uploads = requireNonNull(uploads, "uploads is null");
  }

  /** All uploads of which something is in quarantine. Reads all uploads. */
  public Stream<PhotometryUpload> list() {
    return uploads.list().filter(PhotometryUpload::isInQuarantine);
  }

  /**
   * Lets an upload have another try: the next run decides it anew. What was found before stays on
   * record until then.
   *
   * @throws UsageException when there is no such upload, or its status does not allow it
   * @throws ConflictException when a run changes it meanwhile
   */
  public UploadStatus approveRetry(IngestFileId id) {
    PhotometryUpload upload = upload(id, UploadEvent.RETRY_APPROVED);
    write(upload, PhotometryUploadItem.retried(upload, stamp()));
    return UploadStatus.WAITING;
  }

  /**
   * Refuses an upload for good: no run decides it again, unless somebody registers it with another
   * sidecar or for another nova.
   *
   * @param why in a person's words; "" for no word
   * @throws UsageException when there is no such upload, or it is not refused
   * @throws ConflictException when a run changes it meanwhile
   */
  public UploadStatus reject(IngestFileId id, String why) {
    PhotometryUpload upload = upload(id, UploadEvent.REJECTED);
    write(upload, PhotometryUploadItem.rejected(upload, why, stamp()));
    return UploadStatus.REJECTED;
  }

  private PhotometryUpload upload(IngestFileId id, UploadEvent event) {
    PhotometryUpload upload =
        uploads
            .find(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Cannot review upload '%s': there is none with this id (see 'novacat quarantine list')"
                            .formatted(id)));
    UploadTransitions.TABLE.required(upload.status(), event, "upload '%s'".formatted(upload.id()));
    return upload;
  }

  private Stamp stamp() {
    return uploads.stamp();
  }

  private void write(PhotometryUpload upload, Write write) {
    if (table.write(write) instanceof WriteResult.Refused) {
      throw new ConflictException(
          "Cannot review upload '%s': another run changed it meanwhile (look at it again)"
              .formatted(upload.id()));
    }
  }
}
