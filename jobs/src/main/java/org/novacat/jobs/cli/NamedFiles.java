package org.novacat.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that a command line names. */
public final class NamedFiles {
  private NamedFiles() {}

  /**
   * Files in the order given; a folder stands for the files below it, sorted, those that begin with
   * {@code _} or a dot among them.
   *
   * @param wanted which files of a folder are meant; one that is named itself always is
   * @throws UserError when one does not exist
   */
  public static List<Path> of(List<Path> arguments, Predicate<Path> wanted) {
    List<Path> files = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        files.addAll(below(argument, wanted));
      } else if (Files.isRegularFile(argument)) {
        files.add(argument);
      } else {
        throw new UserError(
            "Cannot read '%s': there is no such file or folder (check the path)"
                .formatted(argument));
      }
    }
    return files;
  }

  private static List<Path> below(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that you may read it)"
              .formatted(folder, e.getMessage()));
    }
  }
}
