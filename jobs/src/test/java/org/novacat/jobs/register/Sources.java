package org.novacat.jobs.register;

import java.nio.file.Path;
import java.util.List;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.FolderScan;
import org.novacat.jobs.register.source.SpectrumFolder;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.Provider;

/** Folders that tests of other packages register. */
public final class Sources {
  private Sources() {}

  /** Registers the spectra of a nova. */
  public static Sweep.Run spectra(Path folder, String nova) {
    return spectra(folder, nova, false);
  }

  /** The same; what is stated now takes the place of what was stated of valid spectra. */
  static Sweep.Run restating(Path folder, String nova) {
    return spectra(folder, nova, true);
  }

  private static Sweep.Run spectra(Path folder, String nova, boolean restates) {
    return (stores, id, clock) ->
        JobRunner.run(
            new RegisterJob(
                SpectrumFolder.scan(folder, List.of(), nova, Provider.LOCAL),
                FetchLimits.STANDARD,
                clock,
                restates),
            stores,
            id,
            report -> {});
  }

  /** Registers photometry that says itself whose it is. */
  public static Sweep.Run photometry(Path folder) {
    return (stores, id, clock) ->
        JobRunner.run(
            new UploadJob(
                FolderScan.scan(
                    folder,
                    List.of(),
                    Companions::asideOfUploads,
                    Candidate.NO_NOVA,
                    Provider.LOCAL),
                FetchLimits.STANDARD,
                clock),
            stores,
            id,
            report -> {});
  }
}
