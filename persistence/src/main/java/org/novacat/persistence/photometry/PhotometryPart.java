package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.store.Pointer;

/**
 * The part of an accepted upload that is about one nova: the upload itself where it is about that
 * nova alone.
 *
 * @param object its bytes
 * @param parquet its accepted rows, which a table is made from; null when it was decided by a
 *     program that did not keep them
 * @param rows accepted rows of it
 */
public record PhotometryPart(
    NovaId novaId,
    IngestFileId upload,
    Pointer object,
    @Nullable Pointer parquet,
    long rows,
    ItemMeta meta) {
  public PhotometryPart {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(upload, "upload is null");
    requireNonNull(object, "object is null");
    requireNonNull(meta, "meta is null");
  }
}
