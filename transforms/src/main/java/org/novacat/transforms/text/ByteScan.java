package org.novacat.transforms.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes in text, eight at a time: each of several walks over an upload takes a tenth of
 * the time that reading its rows does otherwise. Which byte of a word is zero is found as in H. S.
 * Warren, Hacker's Delight, section 6-1.
 */
final class ByteScan {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long TOPS = 0x8080_8080_8080_8080L;
  private static final long LINE_FEEDS = ONES * '\n';
  private static final long RETURNS = ONES * '\r';

  private ByteScan() {}

  /** Where the first LF or CR from here on is; the length of the bytes when there is none. */
  static int lineEnd(byte[] bytes, int from) {
    int i = from;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      long found = zeros(word ^ LINE_FEEDS) | zeros(word ^ RETURNS);
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  /** Where the first byte that is no ASCII is; the length of the bytes when there is none. */
  static int beyondAscii(byte[] bytes, int from) {
    int i = from;
    while (i + Long.BYTES <= bytes.length && ((long) WORDS.get(bytes, i) & TOPS) == 0) {
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** How many lines there are from here on, as {@link TextLines} counts them. */
  static int lines(byte[] bytes, int from) {
    int count = 0;
    int i = from;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      long word = (long) WORDS.get(bytes, i);
      count +=
          zeros(word ^ RETURNS) == 0
              ? Long.bitCount(allZeros(word ^ LINE_FEEDS))
              : ends(bytes, i, i + Long.BYTES);
    }
    count += ends(bytes, i, bytes.length);
    boolean open = from < bytes.length && ends(bytes, bytes.length - 1, bytes.length) == 0;
    return open ? count + 1 : count;
  }

  private static int ends(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean pair = i + 1 < bytes.length && bytes[i + 1] == '\n';
      count += bytes[i] == '\n' || (bytes[i] == '\r' && !pair) ? 1 : 0;
    }
    return count;
  }

  /** Whether the eight bytes from here on are there, all in ASCII and none a control. */
  static boolean isPlain(byte[] bytes, int from, int end) {
    if (from + Long.BYTES > end) {
      return false;
    }
    long word = (long) WORDS.get(bytes, from);
    return (((word - ONES * ' ') | word | zeros(word ^ ONES * 0x7F)) & TOPS) == 0;
  }

  /** Whether one of the first bytes is 0. */
  static boolean hasZero(byte[] bytes, int most) {
    int i = 0;
    while (i + Long.BYTES <= most && zeros((long) WORDS.get(bytes, i)) == 0) {
      i += Long.BYTES;
    }
    while (i < most && bytes[i] != 0) {
      i++;
    }
    return i < most;
  }

  /** The top bit of each byte that is 0. */
  private static long allZeros(long word) {
    return ~(((word & ~TOPS) + ~TOPS) | word | ~TOPS);
  }

  /** The top bit of the first byte that is 0, and perhaps of others behind it; 0 when none is. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & TOPS;
  }
}
