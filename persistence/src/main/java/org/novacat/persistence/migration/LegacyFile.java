package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;

/**
 * An object that may lie under a key which no layout of ours allows, as one with two slashes.
 *
 * @param etag "" when the store has none
 */
public record LegacyFile(
    String bucket, String key, long byteLength, String etag, ContentHash sha256) {
  public LegacyFile {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
  }
}
