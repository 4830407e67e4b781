package org.novacat.zarr.blosc;

/**
 * Decodes a block of LZ4 (lz4_Block_format.md of the LZ4 project). All bounds are those of the
 * arrays and of the block, so that no bytes can make it read or write elsewhere.
 */
final class Lz4 {
  private final byte[] from;
  private final int end;
  private final byte[] to;
  private final int start;
  private final int limit;
  private int in;
  private int out;

  private Lz4(byte[] from, int start, int packed, byte[] to, int at, int length) {
    this.from = from;
    this.in = start;
    this.end = start + packed;
    this.to = to;
    this.start = at;
    this.out = at;
    this.limit = at + length;
  }

  /**
   * @return bytes written, at most {@code length}
   * @throws BloscException when the block is cut off or leads out of bounds
   */
  static int decode(byte[] from, int start, int packed, byte[] to, int at, int length) {
    return new Lz4(from, start, packed, to, at, length).run();
  }

  private int run() {
    while (in < end) {
      int token = next();
      literals(length(token >> 4));
      if (in == end) {
        break;
      }
      int distance = next() | next() << 8;
      match(distance, length(token & 15) + 4);
    }
    return out - start;
  }

  private int next() {
    FrameHeader.check(in < end, "an lz4 block is cut off");
    return from[in++] & 0xff;
  }

  /** A nibble of 15 goes on in the bytes that follow, until one is not 255. */
  private int length(int nibble) {
    int length = nibble;
    int more = nibble == 15 ? 255 : 0;
    while (more == 255) {
      more = next();
      length += more;
      FrameHeader.check(length <= to.length, "an lz4 block is longer than it says");
    }
    return length;
  }

  private void literals(int length) {
    FrameHeader.check(length <= end - in && length <= limit - out, "an lz4 block is cut off");
    System.arraycopy(from, in, to, out, length);
    in += length;
    out += length;
  }

  private void match(int distance, int length) {
    FrameHeader.check(
        distance > 0 && distance <= out - start && length <= limit - out,
        "an lz4 block leads out of itself");
    for (int i = 0; i < length; i++, out++) {
      to[out] = to[out - distance];
    }
  }
}
