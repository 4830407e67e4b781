package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Pointer;

/**
 * One photometry file as somebody gave it.
 *
 * @param id made from its bytes
 * @param filename as it was called
 * @param novaId whose it is, when who gave it said so; null when the file itself has to say
 * @param raw its bytes
 * @param companions what was given with it, a sidecar or a ReadMe: SHA-256 by object key; at most
 *     {@link #MOST_COMPANIONS}, because its item holds them all
 * @param dataOrigin {@code literature}, {@code operator_upload} or {@code donor_submission}
 * @param rights what others may do with it, as who gave it said
 * @param verdict null while it waits for the first time; the last one while it waits again
 * @param review what a person has said to the verdict
 */
public record PhotometryUpload(
    IngestFileId id,
    String filename,
    @Nullable NovaId novaId,
    Pointer raw,
    Map<ObjectKey, ContentHash> companions,
    String dataOrigin,
    Rights rights,
    UploadStatus status,
    @Nullable UploadVerdict verdict,
    UploadReview review,
    ItemMeta meta)
    implements Stored {
  /** Files that may explain one upload; none has more than two today. */
  public static final int MOST_COMPANIONS = 20;

  public PhotometryUpload {
    requireNonNull(id, "id is null");
    requireNonNull(filename, "filename is null");
    requireNonNull(raw, "raw is null");
    requireNonNull(dataOrigin, "dataOrigin is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(status, "status is null");
    requireNonNull(review, "review is null");
    requireNonNull(meta, "meta is null");
    if (companions.size() > MOST_COMPANIONS) {
      throw new IllegalArgumentException(
          "Cannot register upload '%s': it has %s companions, and %s are allowed (leave some out)"
              .formatted(filename, companions.size(), MOST_COMPANIONS));
    }
    companions = Collections.unmodifiableMap(new TreeMap<>(companions));
  }

  /** Whether it waits for a verdict. */
  public boolean isWaiting() {
    return status == UploadStatus.WAITING;
  }

  /** Whether it, or rows of it, are in quarantine; also while it waits for an approved retry. */
  public boolean isInQuarantine() {
    return switch (status) {
      case WAITING -> review.status() == ManualReviewStatus.CLEARED_RETRY_APPROVED;
      case ACCEPTED -> verdict != null && verdict.rejected() > 0;
      case REFUSED -> true;
      case REJECTED -> false;
    };
  }

  /**
   * Whether its verdict gives a nova rows. A part that no verdict speaks of is what a run left that
   * died between the parts of many novae and the verdict.
   */
  public boolean hasRowsOf(NovaId nova) {
    return verdict != null && verdict.novae().contains(nova);
  }

  /**
   * Whether the other says the same of the file, whatever became of it. Who says nothing of rights
   * takes back none.
   */
  public boolean isSameAs(PhotometryUpload other) {
    return id.equals(other.id)
        && Objects.equals(novaId, other.novaId)
        && companions.equals(other.companions)
        && dataOrigin.equals(other.dataOrigin)
        && (other.rights.equals(Rights.NONE) || rights.equals(other.rights));
  }
}
