package org.novacat.jobs.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;

/** Hashes values one after the other, each with its length, so that no two lists of them meet. */
public final class Fingerprint {
  private final MessageDigest digest = ContentHash.sha256();

  /** Adds a value by its text; null is another than "". */
  public Fingerprint add(@Nullable Object value) {
    if (value == null) {
      return length(-1);
    }
    byte[] bytes = value.toString().getBytes(UTF_8);
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** Adds values in their order, and how many they are. */
  public Fingerprint addAll(Collection<?> values) {
    length(values.size());
    values.forEach(this::add);
    return this;
  }

  private Fingerprint length(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    return this;
  }

  /** The hash of what was added; nothing can be added any more. */
  public ContentHash hash() {
    return ContentHash.of(digest);
  }
}
