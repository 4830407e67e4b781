package org.novacat.fits.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A keyword's eight bytes as one long, so that two are compared in one step. */
final class Keyword {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Keyword() {}

  /** The eight bytes at {@code at}. */
  static long packed(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** A keyword of at most eight characters, padded with blanks. */
  static long packed(String keyword) {
    long key = 0;
    for (int i = 0; i < 8; i++) {
      key = key << 8 | (i < keyword.length() ? keyword.charAt(i) & 0xff : ' ');
    }
    return key;
  }
}
