package org.novacat.persistence.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

/**
 * Takes what a writer writes, counts and hashes it on its way, and keeps in mind what the stream
 * behind threw: a writer that passes over it, or wraps it, must not make half an object whole, nor
 * a fault of the store one of its own.
 */
final class ContentSink extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest = ContentHash.sha256();
  private long length;
  private @Nullable IOException broken;
  private @Nullable RuntimeException refused;

  ContentSink(OutputStream out) {
    this.out = out;
  }

  /**
   * Has everything written.
   *
   * @throws ContentBroken when the writer failed
   * @throws IOException when the stream behind failed
   */
  void take(ObjectKey key, Content.Writer writer) throws IOException {
    try {
      writer.writeTo(this);
    } catch (IOException e) {
      throwFaultOfStore();
      throw new ContentBroken(
          "Cannot write object '%s': its content cannot be made: %s (see to the source)"
              .formatted(key, e),
          e);
    } catch (RuntimeException e) {
      throwFaultOfStore();
      throw e;
    }
    throwFaultOfStore();
  }

  private void throwFaultOfStore() throws IOException {
    if (refused != null) {
      throw refused;
    }
    if (broken != null) {
      throw broken;
    }
  }

  ContentSum sum() {
    return new ContentSum(length, ContentHash.of(digest));
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    throwFaultOfStore(); // nothing may follow a gap
    try {
      out.write(bytes, offset, count);
    } catch (IOException e) {
      broken = e;
      throw e;
    } catch (RuntimeException e) {
      refused = e;
      throw e;
    }
    digest.update(bytes, offset, count);
    length += count;
  }

  /** Does nothing: the store decides when bytes go on. */
  @Override
  public void flush() {}

  /** Does nothing: the store closes what it opened. */
  @Override
  public void close() {}
}
