package org.novacat.jobs.spectrum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.novacat.jobs.cli.UserError;

/** Where an export goes. */
final class Destination {
  private Destination() {}

  /**
   * Writes a file; a reader finds all of it or nothing, also after a crash.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws UserError when it is there and may not, or cannot be written
   */
  static void write(Path file, byte[] bytes, boolean overwrite) {
    if (!overwrite && Files.exists(file)) {
      throw new UserError(
          "Cannot write '%s': the file is there already (choose another with --to, or replace it with --force)"
              .formatted(file));
    }
    try {
      Path draft =
          file.resolveSibling(".%s.%s.part".formatted(file.getFileName(), UUID.randomUUID()));
      try {
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UserError("Cannot write '%s': %s (choose another with --to)".formatted(file, e));
    }
  }
}
