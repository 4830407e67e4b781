package org.novacat.fits.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The bytes of one file, read from any place, so that a table larger than memory can be read in
 * pieces. Used by one thread at a time.
 */
public interface ByteSource extends Closeable {
  /** Length of the file in bytes. */
  long length();

  /**
   * Fills {@code into} from index {@code from} on with the bytes that begin at {@code at}.
   *
   * @throws EOFException when the file has fewer bytes
   * @throws IOException when the store fails; another try may succeed
   */
  void read(long at, byte[] into, int from, int length) throws IOException;

  /**
   * A file of the local file system, to be closed.
   *
   * @throws IOException when it is not there or may not be read
   */
  static ByteSource open(Path file) throws IOException {
    return FileSource.open(file);
  }

  /** A file that is in memory; closing it does nothing. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void read(long at, byte[] into, int from, int length) throws EOFException {
        if (at < 0 || at + length > bytes.length) {
          throw new EOFException(
              "Cannot read %s bytes at %s: the file has %s".formatted(length, at, bytes.length));
        }
        System.arraycopy(bytes, (int) at, into, from, length);
      }

      @Override
      public void close() {}
    };
  }
}
