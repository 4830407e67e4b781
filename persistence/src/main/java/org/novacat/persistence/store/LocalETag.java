package org.novacat.persistence.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/**
 * The ETag of an object in a folder: the first half of its SHA-256. File systems keep none, so it
 * is computed from the bytes whenever it is asked for. (S3's own, an MD5, would be a second pass
 * over the same bytes, and would agree only for objects uploaded in one part.)
 */
final class LocalETag {
  private static final int DIGITS = 32;

  private LocalETag() {}

  static ETag of(ContentHash sha256) {
    return new ETag(sha256.hex().substring(0, DIGITS));
  }

  /** What is to be said of the object in {@code file}, by reading all of it. */
  static ObjectInfo inspect(ObjectKey key, Path file) throws IOException {
    MessageDigest digest = ContentHash.sha256();
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = new DigestInputStream(plain, digest)) {
      long length = in.transferTo(OutputStream.nullOutputStream());
      return new ObjectInfo(key, length, of(ContentHash.of(digest)));
    }
  }
}
