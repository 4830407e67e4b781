package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.FolderScan;
import org.novacat.jobs.register.source.FolderWalk;
import org.novacat.layouts.id.Provider;

/**
 * Finds photometry uploads. What is inside a file decides later; here only sidecars, ReadMes and
 * hidden files are told from the rest.
 */
final class UploadScan {
  /** For files whose nova nobody named here: the file itself, or its sidecar, has to say. */
  static final String NO_NOVA = "";

  private static final int LONGEST_HEADER = 1 << 16;

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
    FolderWalk walk = FolderWalk.of(folder, stores);
    for (Path file : walk.files()) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith(".") || Companions.isCompanion(name) || StoredUploads.isMade(file)) {
        skipped.add(folder.relativize(file).toString());
      } else {
        accepted.add(FolderScan.candidate(file, nova, provider));
      }
    }
    return new Candidates(accepted, walk.rejected(), skipped);
  }

  /** Whether a file lists uploads and is none itself: one of its columns is a locator. */
  static boolean isManifest(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(csv|jsonl|ndjson)") || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
      String first = start.lines().findFirst().orElse("");
      return List.of(first.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+")).contains("locator");
    } catch (IOException e) {
      throw new UserError(
          "Cannot read '%s': %s (check that it may be read)".formatted(file, e.getMessage()));
    }
  }
}
