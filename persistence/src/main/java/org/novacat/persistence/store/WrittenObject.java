package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/**
 * What a write has stored.
 *
 * @param length bytes
 * @param sha256 of the bytes, computed while they were written
 */
public record WrittenObject(ObjectKey key, long length, ETag etag, ContentHash sha256) {
  public WrittenObject {
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
  }

  /** The same as {@link ObjectStore#head} would say. */
  public ObjectInfo info() {
    return new ObjectInfo(key, length, etag);
  }
}
