package org.novacat.emr;

import java.io.IOException;
import java.nio.file.Path;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;

/** Spectra and photometry of a few invented novae, some broken on purpose, and how they end. */
record SampleData(SampleArchive spectra, CurveArchive curves) {
  private static final long SEED = 2026;

  /** Writes them; equal numbers give equal bytes. */
  static SampleData write(Path folder, int novae, int spectraEach) throws IOException {
    SampleArchive spectra = SampleArchive.write(folder, new SampleSpec(SEED, novae, spectraEach));
    return new SampleData(
        spectra, CurveArchive.write(folder.resolve("photometry"), SEED, spectra.novae()));
  }

  /** Spectra that end so. */
  long spectra(Class<? extends Expected> outcome) {
    return spectra.files().stream().map(SampleFile::expected).filter(outcome::isInstance).count();
  }

  /** Spectra that are registered. */
  long products() {
    return spectra.files().size() - spectra(Expected.NotRegistered.class);
  }

  /** The product key of one that is valid. */
  String validKey() {
    return spectra.files().stream()
        .filter(file -> file.expected() instanceof Expected.Valid)
        .findFirst()
        .orElseThrow()
        .productKey();
  }

  /** Uploads of photometry that end so. */
  long uploads(Class<? extends Outcome> outcome) {
    return curves.uploads().stream().filter(one -> outcome.isInstance(one.outcome())).count();
  }

  /** Rows that photometry tables have in the end. */
  long rows() {
    return curves.rows().values().stream().mapToLong(Long::longValue).sum();
  }
}
