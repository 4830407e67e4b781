package org.novacat.jobs.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.VoTables;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;

class SpectrumParquetTest {
  private static final NormalizedSpectrum TWO_ORDERS =
      new NormalizedSpectrum(
          List.of(order(3, 4000), order(4, 5000)),
          Medium.AIR,
          MediumSource.HEADER,
          "erg.s**-1.cm**-2.Angstrom**-1",
          FluxCalibration.ABSOLUTE,
          List.of());

  private static final ObservationTime OBSERVED =
      new ObservationTime(42_655.25, TimeScale.UTC, "MJD-OBS + EXPTIME/2");

  @TempDir Path folder;

  @Test
  void file_opensInSpark_withEveryValue() throws IOException {
    Dataset<Row> table = Sparks.session("test").read().parquet(write(TWO_ORDERS).toString());

    List<Row> rows = table.orderBy("wavelength").collectAsList();

    assertThat(table.columns())
        .containsExactly(
            "order",
            "wavelength",
            "wavelength_vacuum",
            "flux",
            "flux_lambda",
            "uncertainty",
            "uncertainty_lambda",
            "mask",
            "good");
    assertThat(rows).hasSize(6);
    assertThat(rows.get(0).getInt(0)).isEqualTo(3);
    assertThat(rows.get(0).getDouble(1)).isEqualTo(4000.0);
    assertThat(rows.get(0).isNullAt(2)).isTrue();
    assertThat(rows.get(1).getDouble(3)).isNaN();
    assertThat(rows.get(4).getBoolean(8)).isFalse();
  }

  @Test
  void file_opensInStil_withUnitsAndUcds() throws IOException {
    Path file = write(TWO_ORDERS);

    StarTable table =
        new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");

    ColumnInfo wavelength = table.getColumnInfo(1);
    assertThat(table.getRowCount()).isEqualTo(6);
    assertThat(wavelength.getName()).isEqualTo("wavelength");
    assertThat(wavelength.getUnitString()).isEqualTo("Angstrom");
    assertThat(wavelength.getUCD()).isEqualTo("em.wl;obs.atmos");
    assertThat(wavelength.getUtype()).isEqualTo("spec:Spectrum.Data.SpectralAxis.Value");
    assertThat(table.getColumnInfo(3).getUnitString()).isEqualTo("erg.s**-1.cm**-2.Angstrom**-1");
    assertThat(table.getParameterByName("target").getValue()).isEqualTo("V1 <&> \"Cyg\"");
  }

  @Test
  void file_saysWhatItsTimeCountsIn() throws IOException {
    Path file = write(TWO_ORDERS);

    StarTable table =
        new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");

    assertThat(VoTables.header(file))
        .contains(
            "<TIMESYS ID=\"obs\" timeorigin=\"MJD-origin\" timescale=\"UTC\" refposition=\"UNKNOWN\"/>")
        .containsPattern("name=\"mjd\"[^>]* ref=\"obs\"");
    assertThat(table.getParameterByName("mjd").getValue()).isEqualTo(42_655.25);
    assertThat(table.getParameterByName("mjd_scale").getValue()).isEqualTo("UTC");
    VoTables.assertSound(VoTables.header(file), folder);
  }

  @Test
  void equalSpectra_giveEqualBytes() {
    assertThat(SpectrumParquet.write(TWO_ORDERS, new TreeMap<>(Map.of("a", "1", "b", "2")), null))
        .isEqualTo(
            SpectrumParquet.write(TWO_ORDERS, new TreeMap<>(Map.of("b", "2", "a", "1")), null));
  }

  private Path write(NormalizedSpectrum spectrum) throws IOException {
    Path file = folder.resolve("spectrum.parquet");
    return Files.write(
        file,
        SpectrumParquet.write(
            spectrum, new TreeMap<>(Map.of("target", "V1 <&> \"Cyg\"")), OBSERVED));
  }

  private static NormalizedOrder order(int number, double start) {
    return new NormalizedOrder(
        number,
        new double[] {start, start + 1, start + 2},
        null,
        new double[] {1, Double.NaN, 3},
        null,
        null,
        null,
        new int[] {0, 4, 0},
        new boolean[] {true, false, true});
  }
}
