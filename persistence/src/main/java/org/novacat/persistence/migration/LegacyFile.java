package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Types;

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

  /**
   * As attributes of an item.
   *
   * @param key what the one of the key is called
   */
  static RecordType<LegacyFile> fields(String key) {
    return RecordType.of(LegacyFile.class)
        .required("bucket", Types.TEXT, LegacyFile::bucket)
        .required(key, Types.TEXT, LegacyFile::key)
        .required("byte_length", Types.WHOLE, LegacyFile::byteLength)
        .since("etag", Types.TEXT, LegacyFile::etag, "")
        .required("sha256", Types.HASH, LegacyFile::sha256);
  }
}
