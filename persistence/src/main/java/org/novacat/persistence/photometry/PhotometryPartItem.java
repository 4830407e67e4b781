package org.novacat.persistence.photometry;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.RawFile;
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
  public static final Field<String> BUCKET = Field.required("bucket", Types.TEXT);
  public static final Field<String> KEY = Field.required("key", Types.TEXT);
  public static final Field<Long> BYTE_LENGTH = Field.required("byte_length", Types.WHOLE);
  public static final Field<String> ETAG = Field.optional("etag", Types.TEXT);
  public static final Field<ContentHash> SHA256 = Field.required("sha256", Types.HASH);
  public static final Field<String> PARQUET_KEY = Field.optional("parquet_key", Types.TEXT);
  public static final Field<Long> PARQUET_BYTE_LENGTH =
      Field.optional("parquet_byte_length", Types.WHOLE);
  public static final Field<String> PARQUET_ETAG = Field.optional("parquet_etag", Types.TEXT);
  public static final Field<ContentHash> PARQUET_SHA256 =
      Field.optional("parquet_sha256", Types.HASH);
  public static final Field<Long> ROWS = Field.required("rows_accepted", Types.WHOLE);

  public static final Shape SHAPE =
      Shape.first(
          "PhotometryPart",
          "<nova_id>",
          "PHOTOMETRY_PART#<ingest_file_id>",
          NOVA_ID,
          UPLOAD,
          BUCKET,
          KEY,
          BYTE_LENGTH,
          ETAG,
          SHA256,
          PARQUET_KEY,
          PARQUET_BYTE_LENGTH,
          PARQUET_ETAG,
          PARQUET_SHA256,
          ROWS);

  private PhotometryPartItem() {}

  public static ItemKey key(NovaId nova, IngestFileId upload) {
    return Keys.photometryPart(nova, upload);
  }

  public static Write put(PhotometryPart part) {
    RawFile object = part.object();
    ItemDraft draft = new ItemDraft(SHAPE, key(part.novaId(), part.upload()), part.meta());
    RawFile parquet = part.parquet();
    if (parquet != null) {
      draft
          .with(PARQUET_KEY, parquet.key())
          .with(PARQUET_BYTE_LENGTH, parquet.byteLength())
          .with(PARQUET_ETAG, parquet.etag())
          .with(PARQUET_SHA256, parquet.sha256());
    }
    return draft
        .with(NOVA_ID, part.novaId())
        .with(UPLOAD, part.upload())
        .with(BUCKET, object.bucket())
        .with(KEY, object.key())
        .with(BYTE_LENGTH, object.byteLength())
        .with(ETAG, object.etag())
        .with(SHA256, object.sha256())
        .with(ROWS, part.rows())
        .putIf(Condition.always());
  }

  public static PhotometryPart read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new PhotometryPart(
        fields.get(NOVA_ID),
        fields.get(UPLOAD),
        new RawFile(
            fields.get(BUCKET),
            fields.get(KEY),
            fields.get(BYTE_LENGTH),
            fields.get(ETAG, ""),
            fields.get(SHA256)),
        parquet(fields),
        fields.get(ROWS),
        fields.meta());
  }

  private static @Nullable RawFile parquet(Fields fields) {
    String key = fields.find(PARQUET_KEY);
    return key == null
        ? null
        : new RawFile(
            fields.get(BUCKET),
            key,
            fields.get(PARQUET_BYTE_LENGTH),
            fields.get(PARQUET_ETAG, ""),
            fields.get(PARQUET_SHA256));
  }
}
