package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/**
 * What is known of content when all of it has been written once.
 *
 * @param length bytes
 * @param sha256 of the bytes
 */
public record ContentSum(long length, ContentHash sha256) {
  private static final int BUFFER = 1 << 16;

  public ContentSum {
    requireNonNull(sha256, "sha256 is null");
  }

  /**
   * Writes all of the content, holds it to its word, and tells a fault of the source from one of
   * the store. Every store writes through this what it does not cut itself.
   *
   * @param key for messages: what is to be written
   * @param out is not closed
   * @throws ContentBroken if the content cannot be had or is not as long as it says
   * @throws IOException what {@code out} throws
   */
  public static ContentSum written(ObjectKey key, Content content, OutputStream out)
      throws IOException {
    ContentSink sink = new ContentSink(out);
    if (content instanceof Content.Measured measured) {
      copy(key, measured, sink);
    } else {
      sink.take(key, ((Content.Streamed) content).writer());
    }
    return sink.sum();
  }

  /**
   * The same of content that is only looked at.
   *
   * @throws ContentBroken as {@link #written}
   */
  public static ContentSum of(ObjectKey key, Content content) {
    try {
      return written(key, content, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing was written to fail", e);
    }
  }

  private static void copy(ObjectKey key, Content.Measured content, OutputStream out)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (ContentReader in = ContentReader.open(key, content)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
  }
}
