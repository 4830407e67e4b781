package org.novacat.jobs.register.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.Provider;

/**
 * Finds raw files below a folder, names that begin with {@code _} included: the naming rule of BeSS
 * begins with one, and readers that hide such files lose most amateur spectra.
 */
public final class FolderScan {
  private FolderScan() {}

  /**
   * All FITS files and archives below {@code folder}, sorted by path.
   *
   * @param stores folders to pass over: those of the workspace, whose raw files are registered
   * @throws UserError when the folder cannot be listed
   */
  public static Candidates scan(Path folder, List<Path> stores, String nova, Provider provider) {
    List<Candidate> accepted = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    FolderWalk walk = FolderWalk.of(folder, stores);
    for (Path file : walk.files()) {
      String name = String.valueOf(file.getFileName());
      if (FileNames.isFits(name) || FileNames.isArchive(name)) {
        accepted.add(candidate(file, nova, provider));
      } else {
        skipped.add(folder.relativize(file).toString());
      }
    }
    return new Candidates(accepted, walk.rejected(), skipped);
  }

  /** One file that the user named. */
  public static Candidate candidate(Path file, String nova, Provider provider) {
    Path absolute = file.toAbsolutePath().normalize();
    return new Candidate(file.toString(), nova, provider, null, new Locator.Local(absolute), null);
  }
}
