package org.novacat.jobs.release.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.novacat.jobs.parquet.TableParquet;
import org.novacat.jobs.votable.TableForm;
import org.novacat.jobs.votable.TimeSystem;

/**
 * Writes {@code tables/samples.parquet}: one row a sample of all spectra, by wavelength, so that
 * readers who want one window of wavelengths of all of them pass over all other row groups and
 * pages by their statistics. Row groups are small for that.
 */
public final class SamplesTable {
  /** Version of the set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.0.0";

  private static final long ROW_GROUP_BYTES = 8L << 20;

  private static final List<String> PLAIN = List.of("flux", "uncertainty");

  private static final TableForm<SampleRow> FORM =
      TableForm.<SampleRow>described(SamplesTable.class, "samples.tsv", "samples")
          .column("nova_id", row -> row.spectrum().novaId())
          .column("data_product_id", row -> row.spectrum().productId())
          .column("observation_mjd", row -> row.spectrum().mjd())
          .column("order", SampleRow::order)
          .column("wavelength", SampleRow::wavelength)
          .column("wavelength_vacuum", SampleRow::vacuum)
          .column("flux", SampleRow::flux)
          .column("uncertainty", SampleRow::uncertainty)
          .column("good", SampleRow::good)
          .column("flux_unit", row -> row.spectrum().fluxUnit())
          .column("flux_calibration", row -> row.spectrum().calibration())
          .in(TimeSystem.AS_REPORTED);

  private SamplesTable() {}

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of
   * samples.
   *
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(SampleSpool samples, Path file, SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> schema = Map.of("novacat.schema", "release-samples/" + SCHEMA_VERSION);
    new TableParquet<>(FORM, PLAIN, ROW_GROUP_BYTES).write(samples.samples(), file, schema, facts);
  }
}
