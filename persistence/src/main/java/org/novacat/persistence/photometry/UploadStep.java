package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.UploadStatus;

/**
 * One legal step of an upload.
 *
 * @param from null when it is not known yet
 */
public record UploadStep(@Nullable UploadStatus from, UploadEvent event, UploadStatus to) {
  public UploadStep {
    requireNonNull(event, "event is null");
    requireNonNull(to, "to is null");
  }
}
