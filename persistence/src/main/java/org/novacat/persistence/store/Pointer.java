package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/**
 * Where an object lies and what its bytes are, as an item says. Who reads it trusts no other bytes.
 *
 * @param bucket where it lies
 * @param key where in it
 * @param byteLength how many
 * @param etag of the object; "" when the store has none
 * @param sha256 of the bytes
 */
public record Pointer(
    String bucket, ObjectKey key, long byteLength, String etag, ContentHash sha256)
    implements Serializable {
  public Pointer {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
    if (byteLength < 0) {
      throw new IllegalArgumentException(
          "Cannot point at '%s': byte length %s is negative".formatted(key, byteLength));
    }
  }

  /** Whether what a store says of an object is what this says, as far as a store can say it. */
  public boolean isThat(ObjectInfo there) {
    boolean sameTag = etag.isEmpty() || there.etag().toString().equals(etag);
    return there.length() == byteLength && sameTag;
  }
}
