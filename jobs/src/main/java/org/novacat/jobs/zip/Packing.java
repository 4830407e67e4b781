package org.novacat.jobs.zip;

import java.util.Locale;
import java.util.Set;

/** Whether an entry's bytes are made shorter. A fixed rule, so that equal names pack equally. */
public enum Packing {
  /** As they are, in blocks: for what is compressed already. */
  STORED,
  /** Compressed. */
  DEFLATED;

  private static final Set<String> COMPRESSED =
      Set.of(
          "7z", "bz2", "fz", "gif", "gz", "jpeg", "jpg", "lz4", "parquet", "pdf", "png", "snappy",
          "tgz", "webp", "xz", "z", "zip", "zst");

  /** By the last ending of the name, whatever its case. */
  public static Packing of(EntryName name) {
    String file = name.path().fileName();
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return COMPRESSED.contains(ending) ? STORED : DEFLATED;
  }
}
