package org.novacat.zarr.blosc;

/**
 * Bits of a block in the order of Blosc's bitshuffle: row {@code 8 j + b} has bit b (the lowest is
 * 0) of byte j of every element, eight elements a byte, the first in the lowest bit.
 */
final class BitShuffle {

  private BitShuffle() {}

  /**
   * Shuffles a block. One whose elements are no multiple of eight is copied, as are bytes behind
   * its last element.
   */
  static void shuffle(byte[] from, int start, byte[] to, int at, int length, int typesize) {
    int elements = length / typesize;
    if (elements % 8 != 0) {
      System.arraycopy(from, start, to, at, length);
      return;
    }
    int row = elements / 8;
    for (int j = 0; j < typesize; j++) {
      for (int k = 0; k < row; k++) {
        long bits = transpose(gather(from, start + 8 * k * typesize + j, typesize));
        scatter(bits, to, at + 8 * j * row + k, row);
      }
    }
    int used = elements * typesize;
    System.arraycopy(from, start + used, to, at + used, length - used);
  }

  /** The way back of {@link #shuffle}. */
  static void unshuffle(byte[] from, int start, byte[] to, int at, int length, int typesize) {
    int elements = length / typesize;
    if (elements % 8 != 0) {
      System.arraycopy(from, start, to, at, length);
      return;
    }
    int row = elements / 8;
    for (int j = 0; j < typesize; j++) {
      for (int k = 0; k < row; k++) {
        long bits = transpose(gather(from, start + 8 * j * row + k, row));
        scatter(bits, to, at + 8 * k * typesize + j, typesize);
      }
    }
    int used = elements * typesize;
    System.arraycopy(from, start + used, to, at + used, length - used);
  }

  private static long gather(byte[] from, int start, int stride) {
    long word = 0;
    for (int i = 0, at = start; i < 8; i++, at += stride) {
      word |= (from[at] & 0xffL) << (8 * i);
    }
    return word;
  }

  private static void scatter(long word, byte[] to, int start, int stride) {
    for (int i = 0, at = start; i < 8; i++, at += stride) {
      to[at] = (byte) (word >>> (8 * i));
    }
  }

  /** Bit b of byte i becomes bit i of byte b: squares of 1, 2 and 4 bits change places. */
  static long transpose(long x) {
    long t = (x ^ x >>> 7) & 0x00aa00aa00aa00aaL;
    x ^= t ^ t << 7;
    t = (x ^ x >>> 14) & 0x0000cccc0000ccccL;
    x ^= t ^ t << 14;
    t = (x ^ x >>> 28) & 0x00000000f0f0f0f0L;
    return x ^ t ^ t << 28;
  }
}
