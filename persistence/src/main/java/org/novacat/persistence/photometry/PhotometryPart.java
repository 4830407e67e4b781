package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
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
    ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<PhotometryPart> ITEM =
      ItemType.of(
          "PhotometryPart",
          "<nova_id>",
          "PHOTOMETRY_PART#<ingest_file_id>",
          RecordType.of(PhotometryPart.class)
              .required("nova_id", Types.NOVA_ID, PhotometryPart::novaId)
              .required("ingest_file_id", Types.INGEST_FILE_ID, PhotometryPart::upload)
              .part(PointerFields.OBJECT, PhotometryPart::object)
              .perhaps(PointerFields.of("parquet_"), PhotometryPart::parquet)
              .required("rows_accepted", Types.WHOLE, PhotometryPart::rows),
          part -> Keys.photometryPart(part.novaId(), part.upload()));

  public PhotometryPart {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(upload, "upload is null");
    requireNonNull(object, "object is null");
    requireNonNull(meta, "meta is null");
  }
}
