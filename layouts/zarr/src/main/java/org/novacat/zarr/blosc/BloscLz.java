package org.novacat.zarr.blosc;

/**
 * Decodes a block of BloscLZ, the FastLZ of c-blosc 1.x. A byte below 32 counts literals, less one.
 * Any other is a match: three bits of length, five of distance. The first byte is always a count.
 */
final class BloscLz {
  private static final int SHORTEST_MATCH = 3;

  /** A length in three bits that goes on in the bytes behind. */
  private static final int MORE = 7;

  /** The longest distance of thirteen bits; behind it stand sixteen that count from there. */
  private static final int FAR = 8191;

  private BloscLz() {}

  /**
   * @return bytes written
   * @throws BloscException when the block is cut off or leads out of itself
   */
  static int decode(LzCursor block) {
    int control = block.next() & 31;
    while (true) {
      if (control < 32) {
        block.literals(control + 1);
      } else {
        match(control, block);
      }
      if (block.atEnd()) {
        return block.written();
      }
      control = block.next();
    }
  }

  private static void match(int control, LzCursor block) {
    int bits = control >> 5;
    int length = (bits == MORE ? MORE + block.more() : bits) + SHORTEST_MATCH - 1;
    int distance = (control & 31) << 8 | block.next();
    if (distance == FAR) {
      distance += block.next() << 8 | block.next();
    }
    block.match(distance + 1, length);
  }
}
