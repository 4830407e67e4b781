package org.novacat.jobs.release.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.TableParquet;
import org.novacat.jobs.votable.TableForm;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.layouts.spectrum.ObservationTime;

/**
 * Writes {@code tables/spectra.parquet}: one row a spectrum with its samples as lists, so that one
 * window of wavelengths of all spectra is read from few places. Statistics of the scalar columns
 * let readers pass over row groups.
 */
public final class SpectraTable {
  /** Version of the set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.0.0";

  /** Wavelengths keep their dictionary: spectra of one instrument often share a grid. */
  private static final List<String> PLAIN =
      List.of(
          "observation_mjd",
          "flux",
          "uncertainty",
          "wavelength_min",
          "wavelength_max",
          "wavelength_vacuum_min",
          "wavelength_vacuum_max",
          "snr");

  private static final TableForm<SpectrumRow> FORM =
      TableForm.<SpectrumRow>described(SpectraTable.class, "spectra.tsv", "spectra")
          .column("nova_id", row -> row.product().novaId())
          .column("nova_name", row -> row.product().novaName())
          .column("data_product_id", row -> row.product().productId())
          .column("provider", row -> row.product().provider())
          .column("name", row -> row.product().name())
          .column("telescope", row -> orNull(row.observed().telescope()))
          .column("instrument", row -> orNull(row.observed().instrument()))
          .column("observer", row -> orNull(row.observed().observer()))
          .column("observation_mjd", time(ObservationTime::mjd))
          .column("observation_scale", time(time -> time.scale().name()))
          .column("observation_precision", time(ObservationTime::precisionDays))
          .column("observation_span", time(ObservationTime::spanDays))
          .column("exposure", row -> row.observed().exposureSeconds())
          .column("wavelength_min", row -> SpectrumSamples.min(row.samples().wavelength()))
          .column("wavelength_max", row -> SpectrumSamples.max(row.samples().wavelength()))
          .column("wavelength_vacuum_min", row -> SpectrumSamples.min(row.samples().vacuum()))
          .column("wavelength_vacuum_max", row -> SpectrumSamples.max(row.samples().vacuum()))
          .column("medium", row -> row.measured().medium().name())
          .column("n_samples", row -> row.samples().wavelength().length)
          .column("n_orders", row -> row.samples().orders())
          .column("snr", row -> row.measured().snr())
          .column("flux_unit", row -> row.measured().fluxUnit())
          .column("flux_calibration", row -> row.measured().calibration().name())
          .column("licence", row -> row.credit().licence())
          .column("bibcode", row -> orNull(row.credit().bibcode()))
          .column("doi", row -> orNull(row.credit().doi()))
          .column("acknowledgement", row -> orNull(row.credit().acknowledgement()))
          .column("access_url", SpectrumRow::accessUrl)
          .column("order", row -> row.samples().order())
          .column("wavelength", row -> row.samples().wavelength())
          .column("wavelength_vacuum", row -> row.samples().vacuum())
          .column("flux", row -> row.samples().flux())
          .column("uncertainty", row -> row.samples().uncertainty())
          .column("good", row -> row.samples().good())
          .in(TimeSystem.AS_REPORTED);

  private SpectraTable() {}

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of
   * spectra.
   *
   * @param rows sorted by nova and time; they are taken one at a time
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(Iterator<SpectrumRow> rows, Path file, SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> schema = Map.of("novacat.schema", "release-spectra/" + SCHEMA_VERSION);
    new TableParquet<>(FORM, PLAIN).write(rows, file, schema, facts);
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Function<SpectrumRow, @Nullable Object> time(
      Function<ObservationTime, @Nullable Object> fact) {
    return row -> {
      ObservationTime time = row.observed().time();
      return time == null ? null : fact.apply(time);
    };
  }
}
