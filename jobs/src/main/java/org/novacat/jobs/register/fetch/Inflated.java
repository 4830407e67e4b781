package org.novacat.jobs.register.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What comes out of a compressed stream, stopped before it is too much: also where a library reads
 * it to pass over a member, or to keep a header in memory.
 */
final class Inflated extends FilterInputStream {
  /** More than any honest header of a member needs. */
  static final long HEADER_BYTES = 1L << 20;

  private static final long RATIO_FROM_BYTES = 1L << 20;

  private final FetchLimits limits;
  private final LongSupplier compressed;
  private long total;
  private long headerEnd = Long.MAX_VALUE;

  /**
   * @param compressed bytes taken from the archive so far
   */
  Inflated(InputStream in, FetchLimits limits, LongSupplier compressed) {
    super(in);
    this.limits = limits;
    this.compressed = compressed;
  }

  /** From here on a header is read, which has an end. */
  void beginHeader() {
    headerEnd = total + HEADER_BYTES;
  }

  /** From here on bytes of a member are read. */
  void endHeader() {
    headerEnd = Long.MAX_VALUE;
  }

  /** Reads what is left: a checksum stands at the end. */
  void drain() throws IOException {
    byte[] buffer = new byte[1 << 16];
    int n = 0;
    while (n >= 0) {
      n = read(buffer, 0, buffer.length);
    }
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    return value < 0 ? value : counted(1) == 1 ? value : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return counted(in.read(buffer, offset, length));
  }

  /** Bytes passed over are read, and so counted. */
  @Override
  public long skip(long count) throws IOException {
    byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), 1 << 16)];
    return Math.max(0, read(buffer, 0, buffer.length));
  }

  private int counted(int n) throws IOException {
    total += Math.max(n, 0);
    if (total > headerEnd) {
      throw new TooFar("the header of a member exceeds %s bytes".formatted(HEADER_BYTES));
    }
    if (total > limits.maxArchiveBytes()) {
      throw new TooFar("all members exceed %s bytes".formatted(limits.maxArchiveBytes()));
    }
    if (total > RATIO_FROM_BYTES
        && total / Math.max(compressed.getAsLong(), 1) > limits.maxRatio()) {
      throw new TooFar("it inflates more than %s-fold".formatted(limits.maxRatio()));
    }
    return n;
  }

  /**
   * An archive asks for more than it may, told through a library that knows {@code IOException}.
   */
  static final class TooFar extends IOException {
    private static final long serialVersionUID = 1L;

    TooFar(String message) {
      super(message);
    }
  }
}
