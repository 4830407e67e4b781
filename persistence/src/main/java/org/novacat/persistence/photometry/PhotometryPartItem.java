package org.novacat.persistence.photometry;

import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** PhotometryPart as an item. */
public final class PhotometryPartItem {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<IngestFileId> UPLOAD =
      Field.required("ingest_file_id", Types.INGEST_FILE_ID);
  public static final PointerFields OBJECT = PointerFields.ALWAYS;
  public static final PointerFields PARQUET = PointerFields.perhaps("parquet_", OBJECT.bucket());
  public static final Field<Long> ROWS = Field.required("rows_accepted", Types.WHOLE);

  public static final Shape SHAPE =
      Shape.first(
          "PhotometryPart",
          "<nova_id>",
          "PHOTOMETRY_PART#<ingest_file_id>",
          NOVA_ID,
          UPLOAD,
          OBJECT.bucket(),
          OBJECT.key(),
          OBJECT.byteLength(),
          OBJECT.etag(),
          OBJECT.sha256(),
          PARQUET.key(),
          PARQUET.byteLength(),
          PARQUET.etag(),
          PARQUET.sha256(),
          ROWS);

  private PhotometryPartItem() {}

  public static ItemKey key(NovaId nova, IngestFileId upload) {
    return Keys.photometryPart(nova, upload);
  }

  public static Write put(PhotometryPart part) {
    ItemDraft draft = new ItemDraft(SHAPE, key(part.novaId(), part.upload()), part.meta());
    return OBJECT
        .with(PARQUET.with(draft, part.parquet()), part.object())
        .with(NOVA_ID, part.novaId())
        .with(UPLOAD, part.upload())
        .with(ROWS, part.rows())
        .putIf(Condition.always());
  }

  public static PhotometryPart read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new PhotometryPart(
        fields.get(NOVA_ID),
        fields.get(UPLOAD),
        OBJECT.read(fields),
        PARQUET.find(fields),
        fields.get(ROWS),
        fields.meta());
  }
}
