package org.novacat.zarr.blosc;

/** Decodes a block of LZ4 (lz4_Block_format.md of the LZ4 project). */
final class Lz4 {
  private static final int SHORTEST_MATCH = 4;

  /** A length in four bits that goes on in the bytes behind. */
  private static final int MORE = 15;

  private Lz4() {}

  /**
   * @return bytes written
   * @throws BloscException when the block is cut off or leads out of itself
   */
  static int decode(LzCursor block) {
    while (!block.atEnd()) {
      int token = block.next();
      block.literals(length(token >> 4, block));
      if (!block.atEnd()) {
        int distance = block.next() | block.next() << 8;
        block.match(distance, length(token & MORE, block) + SHORTEST_MATCH);
      }
    }
    return block.written();
  }

  private static int length(int bits, LzCursor block) {
    return bits == MORE ? MORE + block.more() : bits;
  }
}
