package org.novacat.persistence.photometry;

import static org.novacat.persistence.item.UploadStatus.ACCEPTED;
import static org.novacat.persistence.item.UploadStatus.REFUSED;
import static org.novacat.persistence.item.UploadStatus.REJECTED;
import static org.novacat.persistence.item.UploadStatus.WAITING;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.UploadStatus;

/**
 * Every legal step of a photometry upload. What is not in the table does not happen.
 *
 * <p>A refused upload may be decided again without a person's word, because what was missing may
 * have come, such as a nova of its name; a rejected one may not, unless somebody says something new
 * of it.
 */
public final class UploadSteps {
  private static final List<UploadStep> ALL =
      List.of(
          new UploadStep(null, UploadEvent.REGISTERED, WAITING),
          new UploadStep(WAITING, UploadEvent.SAID_ANEW, WAITING),
          new UploadStep(ACCEPTED, UploadEvent.SAID_ANEW, WAITING),
          new UploadStep(REFUSED, UploadEvent.SAID_ANEW, WAITING),
          new UploadStep(REJECTED, UploadEvent.SAID_ANEW, WAITING),
          new UploadStep(WAITING, UploadEvent.ACCEPTED, ACCEPTED),
          new UploadStep(REFUSED, UploadEvent.ACCEPTED, ACCEPTED),
          new UploadStep(WAITING, UploadEvent.REFUSED, REFUSED),
          new UploadStep(REFUSED, UploadEvent.REFUSED, REFUSED),
          new UploadStep(ACCEPTED, UploadEvent.RETRY_APPROVED, WAITING),
          new UploadStep(REFUSED, UploadEvent.RETRY_APPROVED, WAITING),
          new UploadStep(REFUSED, UploadEvent.REJECTED, REJECTED));

  private UploadSteps() {}

  /** The whole table, in reading order. */
  public static List<UploadStep> all() {
    return ALL;
  }

  /**
   * Where an event leads from a status, null for no upload yet; empty when it is not legal there.
   */
  public static Optional<UploadStatus> next(@Nullable UploadStatus from, UploadEvent event) {
    return ALL.stream()
        .filter(step -> step.event() == event && step.from() == from)
        .map(UploadStep::to)
        .findFirst();
  }

  /**
   * Refuses a step that is not in the table.
   *
   * @throws UsageException when the upload's status does not allow it
   */
  static void check(PhotometryUpload upload, UploadEvent event) {
    if (next(upload.status(), event).isEmpty()) {
      throw new UsageException(
          "Cannot record %s for upload '%s': its status %s does not allow it"
              .formatted(event, upload.id(), upload.status()));
    }
  }
}
