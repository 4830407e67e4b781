package org.novacat.zarr.blosc;

/**
 * Where a decoder of the LZ77 family is: what it reads, and what it writes and copies from. All
 * bounds are those of the block, so that no bytes can make it read or write elsewhere.
 */
final class LzCursor {
  private final byte[] from;
  private final int end;
  private final byte[] to;
  private final int start;
  private final int limit;
  private int in;
  private int out;

  /** Reads {@code packed} bytes, and writes at most {@code length}. */
  LzCursor(byte[] from, int start, int packed, byte[] to, int at, int length) {
    this.from = from;
    this.in = start;
    this.end = start + packed;
    this.to = to;
    this.start = at;
    this.out = at;
    this.limit = at + length;
  }

  boolean atEnd() {
    return in == end;
  }

  int written() {
    return out - start;
  }

  /** The next byte, 0 to 255. */
  int next() {
    check(in < end);
    return from[in++] & 0xff;
  }

  /** What bytes add up to, until one is not 255. */
  int more() {
    int sum = 0;
    int last = 255;
    while (last == 255) {
      last = next();
      sum += last;
      check(sum <= to.length);
    }
    return sum;
  }

  /** Bytes that stand as they are. */
  void literals(int length) {
    check(length <= end - in && length <= limit - out);
    System.arraycopy(from, in, to, out, length);
    in += length;
    out += length;
  }

  /** Bytes that were written before; those that are just being written may be among them. */
  void match(int distance, int length) {
    check(distance > 0 && distance <= out - start && length <= limit - out);
    for (int i = 0; i < length; i++, out++) {
      to[out] = to[out - distance];
    }
  }

  private static void check(boolean right) {
    FrameHeader.check(right, "a block is cut off, or leads out of itself");
  }
}
