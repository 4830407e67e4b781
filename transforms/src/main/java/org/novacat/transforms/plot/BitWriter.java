package org.novacat.transforms.plot;

import java.io.ByteArrayOutputStream;

/** Bits to bytes, the first bit into the lowest place (RFC 1951, section 3.1.1). */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long pending;
  private int pendingBits;

  /** Appends the low {@code count} bits of a value, at most 32. */
  void write(int value, int count) {
    pending |= (value & ((1L << count) - 1)) << pendingBits;
    pendingBits += count;
    while (pendingBits >= 8) {
      bytes.write((byte) pending);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }

  /** All bytes; the last one is filled up with zeros. */
  byte[] finish() {
    if (pendingBits > 0) {
      bytes.write((byte) pending);
      pendingBits = 0;
    }
    return bytes.toByteArray();
  }
}
