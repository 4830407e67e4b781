package org.novacat.jobs.content;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.file.Rights;

/**
 * A photometry file that rows of a table came with.
 *
 * @param filename as it was called
 * @param sha256 of the file
 * @param isPublic whether everybody may see its rows, but for those with other rights of their own
 */
public record UploadContent(
    IngestFileId id, String filename, ContentHash sha256, Rights rights, boolean isPublic)
    implements Serializable {
  public UploadContent {
    requireNonNull(id, "id is null");
    requireNonNull(filename, "filename is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(rights, "rights is null");
  }
}
