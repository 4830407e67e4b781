package org.novacat.persistence.file;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;

/**
 * The bytes of a product as they came.
 *
 * @param bucket where they lie
 * @param key where in it
 * @param byteLength how many
 * @param etag of the object; "" when the store has none
 * @param sha256 of the bytes
 */
public record RawFile(String bucket, String key, long byteLength, String etag, ContentHash sha256) {
  public RawFile {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
    if (byteLength < 0) {
      throw new IllegalArgumentException(
          "Cannot build raw file: byte length %s is negative".formatted(byteLength));
    }
  }
}
