package org.novacat.zarr;

import java.util.HashMap;
import java.util.Map;
import org.novacat.zarr.blosc.BloscEncoder;

/**
 * The memory in which chunks are made, for one thread: writers of several arrays that are given the
 * same one, and never at work at the same time, need no more than the largest of their chunks.
 */
public final class ChunkRoom {
  private final Map<Integer, BloscEncoder> encoders = new HashMap<>();
  private byte[] raw = new byte[0];

  /** So many bytes, of any content. */
  byte[] bytes(int length) {
    if (raw.length != length) {
      raw = new byte[length];
    }
    return raw;
  }

  BloscEncoder encoder(int clevel) {
    return encoders.computeIfAbsent(clevel, BloscEncoder::new);
  }
}
