package org.novacat.jobs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;

/** The SHA-256 of objects, read as streams. */
final class Hashes {
  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  /** The hash of an object as it is now; null when it is not there. */
  static @Nullable ContentHash of(ObjectStore store, ObjectKey key) {
    MessageDigest digest = ContentHash.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = store.open(key)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (ObjectMissing e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'".formatted(key), e);
    }
    return ContentHash.of(digest);
  }
}
