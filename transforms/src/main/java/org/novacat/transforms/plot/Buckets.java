package org.novacat.transforms.plot;

import java.util.Arrays;

/**
 * Codes that stand for ranges of numbers, the place within given by extra bits (RFC 1951, 3.2.5).
 */
final class Buckets {
  /** Lengths 3 to 257 in 28 codes; 258 has the last code to itself. */
  static final Buckets LENGTHS = new Buckets(3, 29, 8, 4);

  /** Distances 1 to 32768 in 30 codes. */
  static final Buckets DISTANCES = new Buckets(1, 30, 4, 2);

  private final int[] bases;
  private final int[] extraBits;

  /** The first {@code plain} codes have no extra bits, then one more after every {@code step}. */
  private Buckets(int first, int codes, int plain, int step) {
    bases = new int[codes];
    extraBits = new int[codes];
    int base = first;
    for (int i = 0; i < codes; i++) {
      bases[i] = base;
      extraBits[i] = i < plain ? 0 : i / step - 1;
      base += 1 << extraBits[i];
    }
    if (first == Matches.SHORTEST) {
      bases[codes - 1] = Matches.LONGEST;
      extraBits[codes - 1] = 0;
    }
  }

  int code(int value) {
    int found = Arrays.binarySearch(bases, value);
    return found >= 0 ? found : -found - 2;
  }

  void writeExtra(BitWriter out, int code, int value) {
    out.write(value - bases[code], extraBits[code]);
  }
}
