package org.novacat.persistence.file;

import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.store.Pointer;

/** A pointer as attributes of an item. */
public final class PointerFields {
  /** Of the object that an item is about. */
  public static final RecordType<Pointer> OBJECT = of("");

  private PointerFields() {}

  /**
   * Of an object more, in the bucket of the first, with which it shares that attribute: for items
   * that are written whole.
   *
   * @param prefix what the names of its attributes begin with
   */
  public static RecordType<Pointer> of(String prefix) {
    String sha256 = prefix + "sha256";
    return RecordType.of(Pointer.class)
        .required("bucket", Types.TEXT, Pointer::bucket)
        .required(prefix + "key", Types.OBJECT_KEY, Pointer::key)
        .required(prefix + "byte_length", Types.WHOLE, Pointer::byteLength)
        .since(prefix + "etag", Types.TEXT, Pointer::etag, "")
        .required(sha256, Types.HASH, Pointer::sha256)
        .toldBy(sha256);
  }
}
