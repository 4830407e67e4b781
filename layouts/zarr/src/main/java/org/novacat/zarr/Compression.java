package org.novacat.zarr;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.blosc.BloscDecoder;
import org.novacat.zarr.blosc.BloscException;

/** From a chunk's object to its bytes, by what the array's metadata say. */
final class Compression {
  private Compression() {}

  static byte[] decode(String key, @Nullable Object compressor, byte[] stored) {
    if (compressor == null) {
      return stored;
    }
    Object id = compressor instanceof Map<?, ?> map ? map.get("id") : compressor;
    if (!"blosc".equals(id)) {
      throw new ZarrException("Cannot read " + key + ": its compressor is " + id);
    }
    try {
      return BloscDecoder.decode(stored);
    } catch (BloscException e) {
      throw new ZarrException("Cannot read " + key + ": " + e.getMessage(), e);
    }
  }
}
