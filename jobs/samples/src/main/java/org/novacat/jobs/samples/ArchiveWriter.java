package org.novacat.jobs.samples;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.layouts.id.ContentHash;

/** Writes files below one folder, and at the end the manifest that names them. */
final class ArchiveWriter {
  private static final String MANIFEST = "manifest.csv";

  private final Path folder;
  private final List<SampleFile> files = new ArrayList<>();

  ArchiveWriter(Path folder) {
    this.folder = folder;
  }

  /** Writes one file and remembers its line. */
  void add(SampleFile file, byte[] bytes) throws IOException {
    Path path = folder.resolve(file.locator());
    Files.createDirectories(path.resolveSibling(""));
    Files.write(path, bytes);
    files.add(file);
  }

  /** A sound file in one of the conventions. */
  SampleFile addSound(SampleFormat format, Exposure exposure, byte[] bytes) throws IOException {
    String name = format.fileName(exposure);
    SampleFile file =
        new SampleFile(
            exposure.nova().name(),
            format.provider(),
            name.substring(0, suffix(name)),
            "spectra/" + format.provider() + "/" + name,
            ContentHash.of(bytes),
            new Expected.Valid());
    add(file, bytes);
    return file;
  }

  /** Writes the manifest; nothing may be added after. */
  SampleArchive finish(List<SampleNova> novae) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    try (CsvWriter csv = CsvWriter.builder().build(manifest)) {
      csv.writeRecord("nova", "provider", "product_key", "locator", "sha256");
      for (SampleFile file : files) {
        csv.writeRecord(
            file.nova(),
            file.provider().name(),
            file.productKey(),
            file.locator(),
            file.promised().hex());
      }
    }
    return new SampleArchive(manifest, novae, files);
  }

  /** Where {@code .fits}, {@code .fit} or {@code .fts} begins, whatever comes before and behind. */
  private static int suffix(String name) {
    return Math.max(name.lastIndexOf(".fit"), name.lastIndexOf(".fts"));
  }
}
