package org.novacat.transforms.deflate;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits to bytes, the first bit into the lowest place (RFC 1951, section 3.1.1). */
final class BitWriter {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[1 << 12];
  private int size;
  private long pending;
  private int pendingBits;

  /** Where the next bit comes, to come back to. */
  record Mark(int size, long pending, int pendingBits) {}

  /** Appends the low {@code count} bits of a value, at most 32. */
  void write(int value, int count) {
    pending |= (value & ((1L << count) - 1)) << pendingBits;
    pendingBits += count;
    if (pendingBits >= 32) {
      makeRoom(4);
      INT.set(bytes, size, (int) pending);
      size += 4;
      pending >>>= 32;
      pendingBits -= 32;
    }
  }

  /** Appends whole bytes behind zeros that fill up the last one. */
  void write(byte[] from, int offset, int count) {
    align();
    makeRoom(count);
    System.arraycopy(from, offset, bytes, size, count);
    size += count;
  }

  Mark mark() {
    return new Mark(size, pending, pendingBits);
  }

  /** Drops what came since. */
  void reset(Mark mark) {
    size = mark.size();
    pending = mark.pending();
    pendingBits = mark.pendingBits();
  }

  /** How many bits came since. */
  long bitsSince(Mark mark) {
    return 8L * (size - mark.size()) + pendingBits - mark.pendingBits();
  }

  /** Fills up the last byte with zeros. */
  void align() {
    makeRoom(4);
    for (; pendingBits > 0; pendingBits -= 8) {
      bytes[size++] = (byte) pending;
      pending >>>= 8;
    }
    pendingBits = 0;
  }

  private void makeRoom(int count) {
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
    }
  }

  /** Hands on what is whole; marks are worth nothing after. */
  void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  /** All bytes; the last one is filled up with zeros. */
  byte[] finish() {
    align();
    return Arrays.copyOf(bytes, size);
  }
}
