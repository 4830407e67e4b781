package org.novacat.persistence.store;

import java.io.IOException;
import java.io.InputStream;
import org.novacat.layouts.key.ObjectKey;

/**
 * Reads content and holds it to its word: what goes wrong here is the source's fault, and must not
 * look like the store's.
 */
public final class ContentReader implements AutoCloseable {
  private final ObjectKey key;
  private final long length;
  private final InputStream in;
  private long count;

  private ContentReader(ObjectKey key, long length, InputStream in) {
    this.key = key;
    this.length = length;
    this.in = in;
  }

  /**
   * Opens content that is to be written once.
   *
   * @param key for messages: what is to be written
   * @throws ContentBroken if the content cannot be opened
   */
  public static ContentReader open(ObjectKey key, Content.Measured content) {
    try {
      return new ContentReader(key, content.length(), content.open());
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  /**
   * Fills {@code buffer} from its beginning with the next bytes.
   *
   * @return how many; -1 after the last, once it is known that none is missing
   * @throws ContentBroken if the content cannot be read or is not as long as it says
   */
  public int read(byte[] buffer) {
    return read(buffer, 0);
  }

  private int read(byte[] buffer, int offset) {
    try {
      int n = in.read(buffer, offset, buffer.length - offset);
      count += Math.max(n, 0);
      if (n < 0 ? count != length : count > length) {
        throw new ContentBroken(
            "Cannot write object '%s': its content has %s %s bytes, but says %s (it changed while it was read; try again)"
                .formatted(key, n < 0 ? "only" : "at least", count, length),
            null);
      }
      return n;
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  /**
   * The next bytes as an array of their own.
   *
   * @param most how many; fewer where the content ends, none after that
   * @throws ContentBroken as {@link #read(byte[])}
   */
  public byte[] next(int most) {
    byte[] bytes = new byte[(int) Math.min(most, length - count)];
    int filled = 0;
    while (filled < bytes.length) {
      filled += read(bytes, filled);
    }
    if (bytes.length == 0) {
      read(new byte[1], 0); // nothing may follow
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  private static ContentBroken unreadable(ObjectKey key, IOException e) {
    return new ContentBroken(
        "Cannot write object '%s': its content cannot be read: %s (see to the source)"
            .formatted(key, e),
        e);
  }
}
