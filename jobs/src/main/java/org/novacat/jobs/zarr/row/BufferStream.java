package org.novacat.jobs.zarr.row;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a buffer, which is not copied. */
final class BufferStream extends InputStream {
  private final ByteBuffer left;

  BufferStream(ByteBuffer bytes) {
    this.left = bytes;
  }

  @Override
  public int read() {
    return left.hasRemaining() ? left.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (!left.hasRemaining()) {
      return length == 0 ? 0 : -1;
    }
    int count = Math.min(length, left.remaining());
    left.get(into, from, count);
    return count;
  }
}
