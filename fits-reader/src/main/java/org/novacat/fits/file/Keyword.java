package org.novacat.fits.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A keyword's eight bytes as one long, so that two are compared in one step. */
final class Keyword {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /**
   * Keywords that were asked for, by their hash. Threads may overwrite each other's: an entry never
   * changes, and whoever misses one packs the keyword again.
   */
  private static final @Nullable Packed[] RECENT = new Packed[2048];

  private Keyword() {}

  private record Packed(String keyword, long key) {}

  /** The eight bytes at {@code at}. */
  static long packed(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** A keyword of at most eight characters, padded with blanks. */
  static long packed(String keyword) {
    int slot = keyword.hashCode() & (RECENT.length - 1);
    Packed recent = RECENT[slot];
    if (recent != null && recent.keyword().equals(keyword)) {
      return recent.key();
    }
    long key = pack(keyword);
    RECENT[slot] = new Packed(keyword, key);
    return key;
  }

  private static long pack(String keyword) {
    long key = 0;
    for (int i = 0; i < 8; i++) {
      key = key << 8 | (i < keyword.length() ? keyword.charAt(i) & 0xff : ' ');
    }
    return key;
  }
}
