package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.RawFile;
import org.novacat.persistence.item.ItemMeta;

/**
 * The part of an accepted upload that is about one nova: the upload itself where it is about that
 * nova alone.
 *
 * @param object its bytes
 * @param rows accepted rows of it
 */
public record PhotometryPart(
    NovaId novaId, IngestFileId upload, RawFile object, long rows, ItemMeta meta) {
  public PhotometryPart {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(upload, "upload is null");
    requireNonNull(object, "object is null");
    requireNonNull(meta, "meta is null");
  }
}
