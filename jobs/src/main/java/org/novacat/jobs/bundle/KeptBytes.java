package org.novacat.jobs.bundle;

import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.novacat.persistence.store.Content;

/**
 * Keeps what is made for a bundle in memory as long as there is room, so that most of it is made
 * once; the rest is made again when it is written. So memory does not grow with the bundle.
 */
final class KeptBytes {
  private long room;

  /**
   * Nothing yet.
   *
   * @param room for how many bytes
   */
  KeptBytes(long room) {
    this.room = room;
  }

  /**
   * Bytes that were made.
   *
   * @param again makes the same
   */
  Content content(byte[] bytes, Supplier<byte[]> again) {
    if (bytes.length <= room) {
      room -= bytes.length;
      return Content.of(bytes);
    }
    return Content.of(bytes.length, () -> new ByteArrayInputStream(again.get()));
  }
}
