package org.novacat.zarr.blosc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The work of {@link BitShuffle}, 64 elements at a time and many times that side by side, so that
 * the JVM does a step for several words in one instruction.
 *
 * <p>Element 8 k + e of 64 has bytes j with bits b. They come as words (j, e) with byte k and bit
 * b, and go as words (j, b) with byte k and bit e: {@link #swapBits} is three exchanges of one bit
 * of a word's number with one bit of the places within it. Elements of four or eight bytes are read
 * a word at a time, where j stands within and k without; {@link #swapBytes} exchanges these
 * likewise. An exchange is its own way back.
 */
final class BitWords {
  /**
   * Elements side by side: 64 of these many, which fit the first cache with elements of 4 bytes.
   */
  static final int MOST = 128;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long[] BYTES = {
    0x00ff00ff_00ff00ffL, 0x0000ffff_0000ffffL, 0x00000000_ffffffffL
  };
  private static final long[] BITS = {
    0x55555555_55555555L, 0x33333333_33333333L, 0x0f0f0f0f_0f0f0f0fL
  };

  private final int typesize;

  /** Words as they lie in 64 elements; empty where these are not read a word at a time. */
  private final long[][] lying;

  /** Words (j, e), and (j, b) after the bits were swapped: number 8 j + e. */
  private final long[][] rows;

  BitWords(int typesize) {
    this.typesize = typesize;
    this.rows = new long[8 * typesize][MOST];
    this.lying = typesize == 4 || typesize == 8 ? new long[8 * typesize][] : new long[0][];
    for (int i = 0; i < lying.length; i++) {
      lying[i] = rows[row(i)];
    }
  }

  /** Where word i of 64 elements stands when its bytes have been swapped. */
  private int row(int i) {
    if (typesize == 8) {
      return i;
    }
    // Two elements in a word: its number is e0 j1 j0 e2 e1, and was k2 k1 k0 e2 e1.
    return (i >> 2 & 3) << 3 | (i & 3) << 1 | i >> 4;
  }

  int typesize() {
    return typesize;
  }

  void readElements(byte[] from, int start, int count) {
    if (lying.length == 0) {
      gather(from, start, count);
      return;
    }
    for (int i = 0; i < lying.length; i++) {
      read(from, start + 8 * i, 64 * typesize, lying[i], count);
    }
    swapBytes(count);
  }

  void writeElements(byte[] to, int start, int count) {
    if (lying.length == 0) {
      scatter(to, start, count);
      return;
    }
    swapBytes(count);
    for (int i = 0; i < lying.length; i++) {
      write(lying[i], to, start + 8 * i, 64 * typesize, count);
    }
  }

  /** Reads {@code count} words of each row; the first one starts at {@code start}. */
  void readRows(byte[] from, int start, int rowLength, int count) {
    for (int i = 0; i < rows.length; i++) {
      read(from, start + i * rowLength, 8, rows[i], count);
    }
  }

  void writeRows(byte[] to, int start, int rowLength, int count) {
    for (int i = 0; i < rows.length; i++) {
      write(rows[i], to, start + i * rowLength, 8, count);
    }
  }

  void swapBits(int count) {
    for (int bit = 0; bit < 3; bit++) {
      swap(rows, 1 << bit, 1 << bit, BITS[bit], count);
    }
  }

  private void swapBytes(int count) {
    int k = typesize == 8 ? 8 : 4;
    for (int bit = 0; bit < 3; bit++) {
      swap(lying, k << bit, 8 << bit, BYTES[bit], count);
    }
  }

  private static void swap(long[][] words, int number, int shift, long mask, int count) {
    for (int i = 0; i < words.length; i++) {
      if ((i & number) == 0) {
        swap(words[i], words[i + number], shift, mask, count);
      }
    }
  }

  private static void swap(long[] low, long[] high, int shift, long mask, int count) {
    for (int i = 0; i < count; i++) {
      long x = low[i];
      long y = high[i];
      long differ = (x >>> shift ^ y) & mask;
      low[i] = x ^ differ << shift;
      high[i] = y ^ differ;
    }
  }

  private static void read(byte[] from, int start, int step, long[] to, int count) {
    for (int i = 0, at = start; i < count; i++, at += step) {
      to[i] = (long) LONG.get(from, at);
    }
  }

  private static void write(long[] from, byte[] to, int start, int step, int count) {
    for (int i = 0, at = start; i < count; i++, at += step) {
      LONG.set(to, at, from[i]);
    }
  }

  private void gather(byte[] from, int start, int count) {
    for (int i = 0; i < rows.length; i++) {
      int first = start + (i & 7) * typesize + (i >> 3);
      for (int n = 0; n < count; n++) {
        rows[i][n] = word(from, first + 64 * typesize * n, 8 * typesize);
      }
    }
  }

  private void scatter(byte[] to, int start, int count) {
    for (int i = 0; i < rows.length; i++) {
      int first = start + (i & 7) * typesize + (i >> 3);
      for (int n = 0; n < count; n++) {
        spread(rows[i][n], to, first + 64 * typesize * n, 8 * typesize);
      }
    }
  }

  /** Eight bytes as a word. */
  static long word(byte[] from, int start, int step) {
    long word = 0;
    for (int i = 0, at = start; i < 8; i++, at += step) {
      word |= (from[at] & 0xffL) << (8 * i);
    }
    return word;
  }

  /** A word as eight bytes. */
  static void spread(long word, byte[] to, int start, int step) {
    for (int i = 0, at = start; i < 8; i++, at += step) {
      to[at] = (byte) (word >>> (8 * i));
    }
  }
}
