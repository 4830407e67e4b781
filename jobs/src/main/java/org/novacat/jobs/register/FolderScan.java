package org.novacat.jobs.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.Provider;

/**
 * Finds raw files below a folder, names that begin with {@code _} included: the naming rule of BeSS
 * begins with one, and readers that hide such files lose most amateur spectra.
 */
final class FolderScan {
  private FolderScan() {}

  /**
   * All FITS files and archives below {@code folder}, sorted by path.
   *
   * @param stores folders to pass over: those of the workspace, whose raw files are registered
   * @throws UserError when the folder cannot be listed
   */
  static Candidates scan(Path folder, List<Path> stores, String nova, Provider provider) {
    List<Candidate> accepted = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder).filter(file -> !liesIn(stores, file))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        String name = String.valueOf(file.getFileName());
        if (FileNames.isFits(name) || FileNames.isArchive(name)) {
          accepted.add(candidate(file, nova, provider));
        } else {
          skipped.add(folder.relativize(file).toString());
        }
      }
    } catch (IOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that it may be read)"
              .formatted(folder, e.getMessage()));
    }
    return new Candidates(accepted, List.of(), skipped);
  }

  private static boolean liesIn(List<Path> folders, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return folders.stream().anyMatch(absolute::startsWith);
  }

  /** One file that the user named. */
  static Candidate candidate(Path file, String nova, Provider provider) {
    Path absolute = file.toAbsolutePath().normalize();
    return new Candidate(file.toString(), nova, provider, null, new Locator.Local(absolute), null);
  }
}
