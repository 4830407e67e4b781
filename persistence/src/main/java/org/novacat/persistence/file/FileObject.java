package org.novacat.persistence.file;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;

/**
 * An object that an item points at. A reader trusts the object only with this hash.
 *
 * @param bucket where it lies
 * @param key where in it
 * @param etag "" when the store has none
 * @param sha256 of its bytes; null when it was not computed
 */
public record FileObject(
    FileRole role,
    String bucket,
    String key,
    long byteLength,
    String etag,
    @Nullable ContentHash sha256) {
  public FileObject {
    requireNonNull(role, "role is null");
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
  }
}
