package org.novacat.jobs.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.FileTree;

/**
 * Where a file for other programs goes; a reader finds all of it or nothing, also after a crash.
 */
public final class Destination {
  /** What is younger may be another command's. */
  private static final Duration NO_WRITER_TAKES_SO_LONG = Duration.ofDays(1);

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
    check(file, overwrite);
    try {
      clearAway(file);
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

  /**
   * Checks that a file may be written, for those who write several and want all or none.
   *
   * @param overwrite whether a file that is there may be replaced
   * @throws UserError when it is there and may not
   */
  public static void check(Path file, boolean overwrite) {
    if (!overwrite && Files.exists(file)) {
      throw new UserError(
          "Cannot write '%s': the file is there already (choose another with --to, or replace it with --force)"
              .formatted(file));
    }
  }

  /** Drafts of the same file that were left when a command was killed. */
  private static void clearAway(Path file) {
    Pattern draft =
        Pattern.compile(Pattern.quote("." + file.getFileName()) + "\\.[0-9a-f-]{36}\\.part.*");
    Instant longAgo = Instant.now().minus(NO_WRITER_TAKES_SO_LONG);
    Path folder = file.toAbsolutePath().getParent();
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            folder,
            path ->
                draft.matcher(path.getFileName().toString()).matches()
                    && Files.getLastModifiedTime(path).toInstant().isBefore(longAgo))) {
      for (Path path : left) {
        FileTree.remove(path);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Whether the folder is there and can be written is seen when the file is.
    }
  }
}
