package org.novacat.zarr.blosc;

/**
 * Bits of a block in the order of Blosc's bitshuffle: row {@code 8 j + b} has bit b (the lowest is
 * 0) of byte j of every element, eight elements a byte, the first in the lowest bit. A block whose
 * elements are no multiple of eight is copied, as are bytes behind its last element. For one
 * thread: it keeps the room that it works in.
 */
final class BitShuffle {
  private BitWords words = new BitWords(4);

  /** Shuffles a block of {@code length} bytes. */
  void shuffle(byte[] from, int start, byte[] to, int at, int length, int typesize) {
    int row = rowLength(length, typesize);
    BitWords some = words(typesize);
    for (int done = 0, count; (count = count(row, done)) > 0; done += count) {
      some.readElements(from, start + 64 * done * typesize, count);
      some.swapBits(count);
      some.writeRows(to, at + 8 * done, row, count);
    }
    for (int k = row & ~7; k < row; k++) {
      for (int j = 0; j < typesize; j++) {
        long bits = BitWords.word(from, start + 8 * k * typesize + j, typesize);
        BitWords.spread(transpose(bits), to, at + 8 * j * row + k, row);
      }
    }
    int used = 8 * row * typesize;
    System.arraycopy(from, start + used, to, at + used, length - used);
  }

  /** The way back of {@link #shuffle}. */
  void unshuffle(byte[] from, int start, byte[] to, int at, int length, int typesize) {
    int row = rowLength(length, typesize);
    BitWords some = words(typesize);
    for (int done = 0, count; (count = count(row, done)) > 0; done += count) {
      some.readRows(from, start + 8 * done, row, count);
      some.swapBits(count);
      some.writeElements(to, at + 64 * done * typesize, count);
    }
    for (int k = row & ~7; k < row; k++) {
      for (int j = 0; j < typesize; j++) {
        long bits = BitWords.word(from, start + 8 * j * row + k, row);
        BitWords.spread(transpose(bits), to, at + 8 * k * typesize + j, typesize);
      }
    }
    int used = 8 * row * typesize;
    System.arraycopy(from, start + used, to, at + used, length - used);
  }

  /** Bytes of a row; 0 when the block is copied. */
  private static int rowLength(int length, int typesize) {
    int elements = length / typesize;
    return elements % 8 == 0 ? elements / 8 : 0;
  }

  private static int count(int row, int done) {
    return Math.min(BitWords.MOST, row / 8 - done);
  }

  private BitWords words(int typesize) {
    if (words.typesize() != typesize) {
      words = new BitWords(typesize);
    }
    return words;
  }

  /** Bit b of byte i becomes bit i of byte b: squares of 1, 2 and 4 bits change places. */
  private static long transpose(long word) {
    long x = word;
    long differ = (x ^ x >>> 7) & 0x00aa00aa_00aa00aaL;
    x ^= differ ^ differ << 7;
    differ = (x ^ x >>> 14) & 0x0000cccc_0000ccccL;
    x ^= differ ^ differ << 14;
    differ = (x ^ x >>> 28) & 0x00000000_f0f0f0f0L;
    return x ^ differ ^ differ << 28;
  }
}
