package org.novacat.transforms.plot;

import java.util.Arrays;

/** Bits to bytes, the first bit into the lowest place (RFC 1951, section 3.1.1). */
final class BitWriter {
  private byte[] bytes = new byte[1 << 14];
  private int length;
  private long pending;
  private int pendingBits;

  /** Appends the low {@code count} bits of a value, at most 32. */
  void write(int value, int count) {
    pending |= (value & ((1L << count) - 1)) << pendingBits;
    pendingBits += count;
    while (pendingBits >= 8) {
      put((byte) pending);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }

  private void put(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = value;
  }

  /** All bytes; the last one is filled up with zeros. */
  byte[] finish() {
    if (pendingBits > 0) {
      put((byte) pending);
      pendingBits = 0;
    }
    return Arrays.copyOf(bytes, length);
  }
}
