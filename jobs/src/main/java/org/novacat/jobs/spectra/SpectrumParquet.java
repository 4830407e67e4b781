package org.novacat.jobs.spectra;

import java.util.SortedMap;
import org.novacat.jobs.parquet.ParquetBytes;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;

/** Writes {@code normalized/spectrum.parquet}. Equal spectra give equal bytes. */
final class SpectrumParquet {
  /** Of the whole file, compressed: what a sample takes, rounded up. */
  private static final int BYTES_PER_SAMPLE = 40;

  private SpectrumParquet() {}

  /**
   * The bytes of the file.
   *
   * @param facts what the VOTable metadata says of the whole table, by name
   */
  static byte[] write(NormalizedSpectrum spectrum, SortedMap<String, String> facts) {
    return ParquetBytes.write(
        SpectrumForm.of(spectrum, facts),
        spectrum.length() * BYTES_PER_SAMPLE,
        rows -> {
          for (NormalizedOrder order : spectrum.orders()) {
            rows.write(
                order.length(),
                (column, from, to, writer) -> SpectrumForm.write(order, column, from, to, writer));
          }
        });
  }
}
