package org.novacat.jobs.spectrum;

import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.report.Json;

/** Writes a spectrum that was fetched as a file for other programs. */
public final class SpectrumExport {
  private SpectrumExport() {}

  /**
   * The file; equal input gives equal bytes.
   *
   * @param spectrum {@code spectrum.parquet}
   * @param metadata {@code metadata.json}, whose facts go into the file
   * @param nova primary name of its nova
   */
  public static byte[] bytes(byte[] spectrum, byte[] metadata, String nova, ExportFormat format) {
    StoredSpectrum stored =
        new StoredSpectrum(ParquetColumns.read(spectrum), Json.parse(metadata), nova);
    return format.write(SpectrumTables.of(stored, null));
  }
}
