package org.novacat.jobs.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.layouts.id.ContentHash;

/**
 * The bytes of a source, on this machine.
 *
 * @param file where they lie
 * @param size their number
 * @param sha256 their hash
 * @param temporary whether closing this removes the file
 */
record Fetched(Path file, long size, ContentHash sha256, boolean temporary)
    implements AutoCloseable {
  @Override
  public void close() {
    if (temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove temporary file '%s'".formatted(file), e);
      }
    }
  }
}
