package org.novacat.jobs.release.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.parquet.column.statistics.DoubleStatistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.VoTables;

class SamplesTableTest {
  private static final int LONGER_THAN_A_RUN = 3000;

  @TempDir Path folder;

  @Test
  void eachSample_comesOnce_byWavelength_andOfOneSpectrumInItsOrder() throws IOException {
    SpectrumRow fine = SampleSpectra.at(2, 5000, 0.001, LONGER_THAN_A_RUN);
    List<Row> rows = read(List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3), fine));

    assertThat(rows).hasSize(5 + 3 + LONGER_THAN_A_RUN);
    assertThat(column(rows.subList(0, 8), "wavelength"))
        .containsExactly(4000.0, 4001.0, 4002.0, 4003.0, 4004.0, 4000.0, 4001.0, 4002.0);
    assertThat(column(rows.subList(8, rows.size()), "wavelength"))
        .containsExactlyElementsOf(Arrays.stream(fine.samples().wavelength()).boxed().toList());
    assertThat(column(rows.subList(0, 8), "data_product_id"))
        .containsExactly("p0", "p0", "p0", "p0", "p0", "p1", "p1", "p1");
  }

  @Test
  void absentNumbers_areNull_andTheOthersAreThere() throws IOException {
    List<Row> rows = read(List.of(SampleSpectra.row(0, 1), SampleSpectra.full(1, 3)));

    assertThat(column(rows, "wavelength_vacuum")).containsExactly(null, 4001.1, 4002.1, 4003.1);
    assertThat(column(rows, "flux")).containsExactly(4000.0, 1.0, null, 3.0);
    assertThat(column(rows, "uncertainty")).containsExactly(null, 0.1, null, 0.3);
    assertThat(column(rows, "order")).containsExactly(0, 3, 3, 4);
    assertThat(column(rows, "good")).containsExactly(true, true, false, true);
    assertThat(column(rows, "observation_mjd"))
        .containsExactly(null, 57_000.25, 57_000.25, 57_000.25);
  }

  /** Spectra of all lengths, of which no sample is lost, doubled or given to another. */
  @Test
  void anySpectra_comeBackWhole() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<SpectrumRow> spectra =
        IntStream.range(0, 40)
            .mapToObj(
                n ->
                    SampleSpectra.at(
                        n,
                        1000 + 9000 * random.nextDouble(),
                        0.01 + 5 * random.nextDouble(),
                        1 + random.nextInt(4000)))
            .toList();

    Map<String, List<Double>> read = new TreeMap<>();
    for (Row row : read(spectra)) {
      read.computeIfAbsent(row.getAs("data_product_id"), any -> new ArrayList<>())
          .add(row.getAs("flux"));
    }

    for (SpectrumRow one : spectra) {
      assertThat(read.remove(one.product().productId()))
          .as("seed %s, %s", seed, one.product())
          .containsExactlyElementsOf(Arrays.stream(one.samples().flux()).boxed().toList());
    }
    assertThat(read).isEmpty();
  }

  @Test
  void window_isPushedDown_andLeavesOutMostRowGroups() throws IOException {
    List<SpectrumRow> noise =
        IntStream.range(0, 6).mapToObj(n -> SampleSpectra.noise(n, 200_000)).toList();
    Path file = write(noise);

    Dataset<Row> window =
        Sparks.session("test")
            .read()
            .parquet(file.toString())
            .where("wavelength BETWEEN 6540 AND 6590");

    assertThat(window.count()).isEqualTo(6 * 51);
    assertThat(window.queryExecution().executedPlan().toString())
        .containsPattern("PushedFilters: .*GreaterThanOrEqual\\(wavelength,6540.0\\)");
    try (ParquetFileReader reader = ParquetFileReader.open(ParquetInput.of(file))) {
      List<BlockMetaData> groups = reader.getRowGroups();
      assertThat(groups).hasSizeGreaterThan(2);
      assertThat(groups).filteredOn(group -> holds(group, 6540, 6590)).hasSize(1);
    }
  }

  private static boolean holds(BlockMetaData group, double from, double to) {
    return group.getColumns().stream()
        .filter(column -> column.getPath().toDotString().equals("wavelength"))
        .map(column -> (DoubleStatistics) column.getStatistics())
        .anyMatch(numbers -> numbers.getMin() <= to && numbers.getMax() >= from);
  }

  @Test
  void equalSpectra_giveEqualBytes_andASoundHeader() throws IOException {
    List<SpectrumRow> spectra = List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3));
    Path file = write(spectra);
    byte[] bytes = Files.readAllBytes(file);

    assertThat(Files.readAllBytes(write(spectra))).isEqualTo(bytes);
    VoTables.assertSound(VoTables.header(file), folder);
    assertThat(VoTables.header(file)).contains("<TIMESYS ID=\"reported\"");
  }

  private static List<Object> column(List<Row> rows, String name) {
    return Arrays.asList(rows.stream().map(row -> row.get(row.fieldIndex(name))).toArray());
  }

  private List<Row> read(List<SpectrumRow> spectra) throws IOException {
    return Sparks.session("test").read().parquet(write(spectra).toString()).collectAsList();
  }

  private Path write(List<SpectrumRow> spectra) throws IOException {
    Path file = folder.resolve("samples.parquet");
    try (SampleSpool samples = SampleSpool.in(folder.resolve("kept"))) {
      spectra.forEach(samples::keeping);
      SamplesTable.write(samples, file, new TreeMap<>());
    }
    return file;
  }
}
