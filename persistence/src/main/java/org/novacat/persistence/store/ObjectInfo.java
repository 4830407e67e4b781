package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.key.ObjectKey;

/**
 * What a store says of an object that is there.
 *
 * @param length bytes
 */
public record ObjectInfo(ObjectKey key, long length, ETag etag) {
  public ObjectInfo {
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
  }
}
