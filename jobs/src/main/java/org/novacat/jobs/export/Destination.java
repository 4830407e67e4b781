package org.novacat.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.novacat.jobs.cli.UserError;

/**
 * Where a file for other programs goes; a reader finds all of it or nothing, also after a crash.
 */
public final class Destination {
  private Destination() {}

  /** Makes the file that will take the place of the destination. */
  public interface Draft {
    /**
     * Writes it.
     *
     * @param draft in the folder of the destination; nothing is there yet
     */
    void make(Path draft) throws IOException;
  }

  /** Writes the bytes of a file. */
  public interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file from memory.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws UserError when it is there and may not, or cannot be written
   */
  public static void write(Path file, byte[] bytes, boolean overwrite) {
    fill(file, overwrite, draft -> Files.write(draft, bytes));
  }

  /**
   * Writes a file as its bytes come; what they are made from is not asked when the file may not be
   * written.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws UserError when it is there and may not, or cannot be written
   */
  public static void write(Path file, boolean overwrite, Bytes bytes) {
    fill(
        file,
        overwrite,
        draft -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            bytes.writeTo(out);
          }
        });
  }

  /**
   * The same for what writes files by name.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws UserError when it is there and may not, or cannot be written
   */
  public static void fill(Path file, boolean overwrite, Draft content) {
    if (!overwrite && Files.exists(file)) {
      throw new UserError(
          "Cannot write '%s': the file is there already (choose another with --to, or replace it with --force)"
              .formatted(file));
    }
    try {
      Path draft =
          file.resolveSibling(".%s.%s.part".formatted(file.getFileName(), UUID.randomUUID()));
      try {
        content.make(draft);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UserError("Cannot write '%s': %s (choose another with --to)".formatted(file, e));
    }
  }
}
