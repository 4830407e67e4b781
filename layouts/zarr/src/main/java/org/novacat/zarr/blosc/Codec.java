package org.novacat.zarr.blosc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What compresses the blocks of a frame, by the names that Blosc and Zarr have for them. */
public enum Codec {
  BLOSCLZ,
  LZ4,
  LZ4HC,
  SNAPPY,
  ZLIB,
  ZSTD;

  /** The name in a Zarr array's metadata: {@code zstd}. */
  public String cname() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codec of that name; empty when Blosc has none such. */
  public static Optional<Codec> named(String cname) {
    return Arrays.stream(values()).filter(codec -> codec.cname().equals(cname)).findFirst();
  }
}
