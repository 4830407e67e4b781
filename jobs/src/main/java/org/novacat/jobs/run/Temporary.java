package org.novacat.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.novacat.jobs.cli.NoRoom;
import org.novacat.jobs.cli.UserError;

/** Files that live no longer than what they are for; {@link Scratch} says where. */
public final class Temporary {
  private Temporary() {}

  /** Where they are put; the JDK itself goes by what it was when the JVM began. */
  public static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * A new empty file, which whoever asked for it removes.
   *
   * @param prefix begin of its name
   * @param suffix end of its name
   * @throws UserError when the temporary folder is missing or cannot be written
   */
  public static Path file(String prefix, String suffix) {
    try {
      return Files.createTempFile(folder(), prefix, suffix);
    } catch (IOException e) {
      throw new UserError(cannotKeep(e));
    }
  }

  /** What keeps a run from working, as the sentence that says so. */
  public static NoRoom failed(IOException failure) {
    return new NoRoom(cannotKeep(failure), failure);
  }

  private static String cannotKeep(IOException failure) {
    return "Cannot keep a file in the temporary folder '%s': %s (make room on its disk, and see that it can be written)"
        .formatted(folder(), why(failure));
  }

  /** Removes a file; one that is gone is no error. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove '%s'".formatted(file), e);
    }
  }

  private static String why(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it does not exist";
    }
    String reason = failure instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? failure.toString() : reason;
  }
}
