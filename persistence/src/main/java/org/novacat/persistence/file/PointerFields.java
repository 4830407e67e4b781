package org.novacat.persistence.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.store.Pointer;

/** A pointer as attributes of an item. */
public record PointerFields(
    Field<String> bucket,
    Field<ObjectKey> key,
    Field<Long> byteLength,
    Field<String> etag,
    Field<ContentHash> sha256) {
  /** Of items that always point at an object. */
  public static final PointerFields ALWAYS =
      new PointerFields(
          Field.required("bucket", Types.TEXT),
          Field.required("key", Types.OBJECT_KEY),
          Field.required("byte_length", Types.WHOLE),
          Field.optional("etag", Types.TEXT),
          Field.required("sha256", Types.HASH));

  /** Of items that may point at an object. */
  public static final PointerFields PERHAPS = perhaps("", Field.optional("bucket", Types.TEXT));

  /** Of items that may point at a second object, in the bucket of the first. */
  public static PointerFields perhaps(String prefix, Field<String> bucket) {
    return new PointerFields(
        bucket,
        Field.optional(prefix + "key", Types.OBJECT_KEY),
        Field.optional(prefix + "byte_length", Types.WHOLE),
        Field.optional(prefix + "etag", Types.TEXT),
        Field.optional(prefix + "sha256", Types.HASH));
  }

  /** All of them. */
  public List<Field<?>> all() {
    return List.of(bucket, key, byteLength, etag, sha256);
  }

  /** Adds a pointer; null leaves it out. */
  public ItemDraft with(ItemDraft draft, @Nullable Pointer to) {
    return to == null
        ? draft
        : draft
            .with(bucket, to.bucket())
            .with(key, to.key())
            .with(byteLength, to.byteLength())
            .with(etag, to.etag())
            .with(sha256, to.sha256());
  }

  public Changes set(Changes changes, Pointer to) {
    return changes
        .set(bucket, to.bucket())
        .set(key, to.key())
        .set(byteLength, to.byteLength())
        .set(etag, to.etag())
        .set(sha256, to.sha256());
  }

  /** The pointer of an item that must have one. */
  public Pointer read(Fields fields) {
    return new Pointer(
        fields.get(bucket),
        fields.get(key),
        fields.get(byteLength),
        fields.get(etag, ""),
        fields.get(sha256));
  }

  /** The same; null when it points at nothing. */
  public @Nullable Pointer find(Fields fields) {
    return fields.find(sha256) == null ? null : read(fields);
  }
}
