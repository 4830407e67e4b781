package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.store.Content;

/**
 * The bytes of a source, on this machine.
 *
 * @param file where they lie
 * @param size their number
 * @param sha256 their hash
 * @param temporary whether closing this removes the file
 */
public record Fetched(Path file, long size, ContentHash sha256, boolean temporary)
    implements AutoCloseable {
  /** What a store is given; as long as it was when it was hashed, or else refused there. */
  public Bytes bytes() {
    return new Bytes(Content.of(size, () -> Files.newInputStream(file)), sha256);
  }

  @Override
  public void close() {
    if (temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException leftBehind) {
        // Its bytes are where they belong; the system clears its temporary folder.
        return;
      }
    }
  }

  /** Bytes to be stored, and the hash that they have to have when they are. */
  public record Bytes(Content content, ContentHash sha256) {
    public static Bytes of(byte[] bytes) {
      return new Bytes(Content.of(bytes), ContentHash.of(bytes));
    }
  }
}
