package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of one store, by paths relative to its root with {@code /}: {@code
 * signal/flux_raw/0.0}. For many threads. What storage throws comes through as it is.
 */
public interface ZarrFiles {
  /** An object's path and its length in bytes. */
  record Entry(String path, long length) {}

  /**
   * Writes an object whole, in place of one that is there: a reader sees the old one or the new
   * one.
   *
   * @param content from position to limit; not used after the call
   */
  void put(String path, ByteBuffer content);

  /** The content of an object; empty when there is none. */
  Optional<byte[]> read(String path);

  /**
   * Objects whose paths begin with {@code prefix} ("" for all), in the order of their paths. The
   * stream is closed by who asks for it.
   */
  Stream<Entry> list(String prefix);
}
