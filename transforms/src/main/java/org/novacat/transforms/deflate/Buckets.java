package org.novacat.transforms.deflate;

/**
 * Codes that stand for ranges of numbers, the place within given by extra bits (RFC 1951, 3.2.5).
 */
final class Buckets {
  /** Lengths 3 to 257 in 28 codes; 258 has the last code to itself. */
  static final Buckets LENGTHS = new Buckets(3, 29, 8, 4, Matches.LONGEST);

  /** Distances 1 to 32768 in 30 codes. */
  static final Buckets DISTANCES = new Buckets(1, 30, 4, 2, 1 << 15);

  private final int[] bases;
  private final int[] extraBits;
  private final byte[] codes;

  /** The first {@code plain} codes have no extra bits, then one more after every {@code step}. */
  private Buckets(int first, int count, int plain, int step, int last) {
    bases = new int[count];
    extraBits = new int[count];
    int base = first;
    for (int i = 0; i < count; i++) {
      bases[i] = base;
      extraBits[i] = i < plain ? 0 : i / step - 1;
      base += 1 << extraBits[i];
    }
    if (last == Matches.LONGEST) {
      bases[count - 1] = last;
      extraBits[count - 1] = 0;
    }
    codes = new byte[last + 1];
    for (int i = 0; i < count; i++) {
      int end = i + 1 < count ? bases[i + 1] : last + 1;
      java.util.Arrays.fill(codes, bases[i], end, (byte) i);
    }
  }

  int code(int value) {
    return codes[value];
  }

  int extraBits(int code) {
    return extraBits[code];
  }

  int extra(int code, int value) {
    return value - bases[code];
  }
}
