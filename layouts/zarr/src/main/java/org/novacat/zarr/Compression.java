package org.novacat.zarr;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.blosc.BloscDecoder;
import org.novacat.zarr.blosc.BloscException;

/** From a chunk's object to its bytes, by what the array's metadata say. */
final class Compression {
  private Compression() {}

  /**
   * @param key the chunk, for messages
   * @param compressor as JSON has it; null: none
   * @param most more bytes are refused before there is room for them
   * @throws ZarrException when the compressor is not known, the bytes are not its, or are too many
   */
  static byte[] decode(String key, @Nullable Object compressor, byte[] stored, int most) {
    Object id = compressor instanceof Map<?, ?> map ? map.get("id") : compressor;
    try {
      return id == null ? stored : unpacked(key, id, stored, most);
    } catch (BloscException | IOException e) {
      throw new ZarrException("Cannot read " + key + ": " + e.getMessage(), e);
    }
  }

  private static byte[] unpacked(String key, Object id, byte[] stored, int most)
      throws IOException {
    if (id.equals("blosc")) {
      return BloscDecoder.decode(stored, most);
    }
    try (InputStream in = stream(key, id, new ByteArrayInputStream(stored))) {
      byte[] raw = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new ZarrException("Cannot read " + key + ": it has more than " + most + " bytes");
      }
      return raw;
    }
  }

  private static InputStream stream(String key, Object id, InputStream stored) throws IOException {
    return switch (id.toString()) {
      case "zlib" -> new InflaterInputStream(stored);
      case "gzip" -> new GZIPInputStream(stored);
      case "zstd" -> new ZstdInputStreamNoFinalizer(stored);
      default ->
          throw new ZarrException(
              "Cannot read %s: its compressor is %s (blosc, zlib, gzip, zstd and none are read)"
                  .formatted(key, id));
    };
  }
}
