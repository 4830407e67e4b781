package org.novacat.jobs.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.Provider;

/**
 * Finds photometry uploads. What is inside a file decides later; here only sidecars, ReadMes and
 * hidden files are told from the rest.
 */
final class UploadScan {
  /** For files whose nova nobody named here: the file itself, or its sidecar, has to say. */
  static final String NO_NOVA = "";

  private UploadScan() {}

  /**
   * All uploads below a folder, sorted by path; companions and hidden files are skipped.
   *
   * @param stores folders to pass over
   * @throws UserError when the folder cannot be listed
   */
  static Candidates scan(Path folder, List<Path> stores, String nova, Provider provider) {
    List<Candidate> accepted = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        Path absolute = file.toAbsolutePath().normalize();
        if (stores.stream().anyMatch(absolute::startsWith)) {
          continue;
        }
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".") || Companions.isCompanion(name)) {
          skipped.add(folder.relativize(file).toString());
        } else {
          accepted.add(FolderScan.candidate(file, nova, provider));
        }
      }
    } catch (IOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that it may be read)"
              .formatted(folder, e.getMessage()));
    }
    return new Candidates(accepted, List.of(), skipped);
  }

  /** Whether a file lists uploads and is none itself: one of its columns is a locator. */
  static boolean isManifest(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(csv|jsonl|ndjson)")) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String first = lines.readLine();
      return first != null
          && List.of(first.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+")).contains("locator");
    } catch (IOException e) {
      throw new UserError(
          "Cannot read '%s': %s (check that it may be read)".formatted(file, e.getMessage()));
    }
  }
}
