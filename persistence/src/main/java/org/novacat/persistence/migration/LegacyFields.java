package org.novacat.persistence.migration;

import java.util.List;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Types;

/** A legacy file as attributes of an item. */
final class LegacyFields {
  static final Field<String> BUCKET = Field.required("bucket", Types.TEXT);
  static final Field<String> KEY = Field.required("key", Types.TEXT);
  static final Field<Long> BYTE_LENGTH = Field.required("byte_length", Types.WHOLE);
  static final Field<String> ETAG = Field.optional("etag", Types.TEXT);
  static final Field<ContentHash> SHA256 = Field.required("sha256", Types.HASH);

  /** All of them. */
  static final List<Field<?>> ALL = List.of(BUCKET, KEY, BYTE_LENGTH, ETAG, SHA256);

  private LegacyFields() {}

  static ItemDraft with(ItemDraft draft, LegacyFile file) {
    return draft
        .with(BUCKET, file.bucket())
        .with(KEY, file.key())
        .with(BYTE_LENGTH, file.byteLength())
        .with(ETAG, file.etag())
        .with(SHA256, file.sha256());
  }

  static LegacyFile read(Fields fields) {
    return new LegacyFile(
        fields.get(BUCKET),
        fields.get(KEY),
        fields.get(BYTE_LENGTH),
        fields.get(ETAG, ""),
        fields.get(SHA256));
  }
}
