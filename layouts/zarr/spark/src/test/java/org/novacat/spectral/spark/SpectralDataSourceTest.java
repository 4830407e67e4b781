package org.novacat.spectral.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.spectral.CurrentVersion;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.SampleStore;
import org.novacat.zarr.FolderFiles;

/** A store is a table of spectra. */
class SpectralDataSourceTest {
  private static final int SPECTRA = 10;
  private static final int SAMPLES = 8;

  @TempDir private Path folder;

  /** Ten spectra; arrays of two dimensions have chunks of 3 by 5. */
  private static SampleStore sample() {
    SampleStore sample = new SampleStore(SPECTRA, SAMPLES);
    SpectralStore.TENSORS.forEach(path -> sample.chunks(path, 3, 5));
    return sample;
  }

  private Path write(SampleStore sample) {
    Path store = folder.resolve("novae.zarr");
    sample.writeTo(new FolderFiles(store));
    return store;
  }

  @Test
  void row_isASpectrum_withItsArraysParametersAndMetadata() {
    Row row = LocalSpark.read(write(sample())).where("spec_id = 's4'").head();

    assertThat(row.<Long>getAs("row")).isEqualTo(4);
    assertThat(row.getList(row.fieldIndex("flux_raw")))
        .isEqualTo(List.of(401f, 402f, 403f, 404f, 405f, 406f, 407f, 408f));
    assertThat(row.getList(row.fieldIndex("wavelength")))
        .isEqualTo(List.of(4000d, 4001d, 4002d, 4003d, 4004d, 4005d, 4006d, 4007d));
    assertThat(row.getList(row.fieldIndex("continuum_model"))).containsOnly(Float.NaN);
    assertThat(row.<Float>getAs("teff")).isEqualTo(5004f);
    assertThat(row.<Long>getAs("gaia_id")).isEqualTo((1L << 60) + 4);
    assertThat(row.<String>getAs("h0_object")).isEqualTo("V339 Del \u2014 \u00e9");
    assertThat(row.<String>getAs("method")).isEqualTo("none");
  }

  @Test
  void rows_areThoseOfTheStoreInTheirOrder() {
    List<Row> rows =
        LocalSpark.read(write(sample()))
            .selectExpr("row", "flux_raw[7]", "spec_id")
            .collectAsList();

    assertThat(rows).hasSize(SPECTRA);
    for (int i = 0; i < SPECTRA; i++) {
      assertThat(rows.get(i).getLong(0)).isEqualTo(i);
      assertThat(rows.get(i).getFloat(1)).isEqualTo(100f * i + 8);
      assertThat(rows.get(i).getString(2)).isEqualTo("s" + i);
    }
  }

  @Test
  void columns_haveTheirTypesAndUnits() {
    Dataset<Row> store = LocalSpark.read(write(sample()));

    assertThat(store.schema().fieldNames()).startsWith("spec_id", "row");
    assertThat(store.schema().apply("flux_raw").dataType().catalogString())
        .isEqualTo("array<float>");
    assertThat(store.schema().apply("wavelength").dataType().catalogString())
        .isEqualTo("array<double>");
    assertThat(store.schema().apply("wavelength").metadata().getString("units"))
        .isEqualTo("Angstrom");
    assertThat(store.schema().apply("gaia_id").dataType().catalogString()).isEqualTo("bigint");
  }

  @Test
  void arraysThatAreNotAsked_areNotRead() {
    Path store = write(sample());
    Dataset<Row> all = LocalSpark.read(CountingFileSystem.path(store));
    CountingFileSystem.takeChunks(store);

    assertThat(all.selectExpr("sum(teff)").head().get(0)).isEqualTo(Double.NaN);
    assertThat(CountingFileSystem.takeChunks(store)).containsExactly("params/teff/0");

    assertThat(all.count()).isEqualTo(SPECTRA);
    assertThat(CountingFileSystem.takeChunks(store)).isEmpty();
  }

  /** Chunk rows are those of 0, 3, 6 and 9. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec_id = 's4'                         | 1 | 1",
        "spec_id IN ('s0', 's9')                | 2 | 0 3",
        "teff > 5007                            | 3 | 0 2 3",
        "instrument = 'I1' AND row < 5          | 2 | 0 1 2",
        "instrument = 'I1' OR spec_id = 's9'    | 4 | 0 1 2 3",
        "source_type = 'synthetic'              | 0 | ",
        "teff = cast('NaN' as float)            | 1 | 0"
      })
  void chunksWithoutAMatch_areNotRead(String filter, int rows, String blocks) {
    Path store = write(sample());
    Dataset<Row> all = LocalSpark.read(CountingFileSystem.path(store));
    CountingFileSystem.takeChunks(store);

    List<Row> found = all.where(filter).select("flux_raw", "row").collectAsList();

    assertThat(found).hasSize(rows);
    assertThat(found).allMatch(r -> r.<Float>getList(0).get(0).equals(100f * r.getLong(1) + 1));
    List<String> expected =
        blocks == null
            ? List.of()
            : List.of(blocks.split(" ")).stream()
                .flatMap(
                    b ->
                        List.of("signal/flux_raw/" + b + ".0", "signal/flux_raw/" + b + ".1")
                            .stream())
                .toList();
    assertThat(
            CountingFileSystem.takeChunks(store).stream()
                .filter(chunk -> chunk.startsWith("signal/")))
        .containsExactlyElementsOf(expected);
  }

  /** Once for its columns and once for its rows, however often Spark plans. */
  @Test
  void index_isOpenedTwice_andNotWithoutAFilterThatItTells() {
    Path store = write(sample());
    Dataset<Row> all = LocalSpark.read(CountingFileSystem.path(store));
    CountingFileSystem.takeIndexes(store);

    all.where("snr > 3").select("flux_raw").collectAsList();
    assertThat(CountingFileSystem.takeIndexes(store)).isEqualTo(2);

    all.where("row > 3").select("flux_raw").collectAsList();
    assertThat(CountingFileSystem.takeIndexes(store)).isZero();
  }

  @Test
  void filtersOnTheIndex_areToldInThePlan_andOthersAreNot() {
    Dataset<Row> all = LocalSpark.read(write(sample()));

    assertThat(all.where("snr > 3 and row > 4").queryExecution().executedPlan().toString())
        .contains("filters on index [", "GreaterThan(snr,3.0)")
        .doesNotContain("GreaterThan(row");
  }

  @Test
  void storeWithoutIndex_isReadWhole_andFiltersFindTheSame() {
    Path store = write(sample().damage(f -> f.remove(SpectralStore.INDEX)));
    Dataset<Row> found = LocalSpark.read(store).where("spec_id = 's4'");

    assertThat(found.select("row").collectAsList())
        .extracting(r -> r.getLong(0))
        .containsExactly(4L);
    assertThat(found.queryExecution().executedPlan().toString()).contains("filters on index []");
  }

  @Test
  void indexOfAnotherLength_isNotBelieved() {
    SampleStore sample = sample();
    sample.index.values().forEach(column -> column.remove(0));

    Dataset<Row> found = LocalSpark.read(write(sample)).where("spec_id = 's0'");

    assertThat(found.count()).isEqualTo(1);
  }

  @Test
  void chunkThatIsLost_isAnError_andNotNaN() {
    Path store = write(sample().damage(f -> f.remove("signal/flux_raw/1.0")));
    Dataset<Row> all = LocalSpark.read(store);

    assertThat(all.where("row < 3").select("teff").collectAsList()).hasSize(3);
    assertThatThrownBy(() -> all.selectExpr("sum(flux_raw[0])").head())
        .hasStackTraceContaining(
            "Cannot read 'signal/flux_raw/1.0': it is lost, and the manifest of the store lists it");
  }

  /** The control: without a manifest the same chunk is fill values. */
  @Test
  void chunkThatIsNowhereListed_isFillValues() {
    Path store =
        write(
            sample()
                .damage(f -> f.remove("signal/flux_raw/1.0"))
                .damage(f -> f.remove(SpectralStore.MANIFEST)));

    assertThat(LocalSpark.read(store).selectExpr("count_if(isnan(flux_raw[0]))").head().getLong(0))
        .isEqualTo(3);
  }

  @Test
  void currentVersion_isFollowed() throws Exception {
    sample().writeTo(new FolderFiles(folder.resolve("v/r1.zarr")));
    Files.write(folder.resolve("novae.zarr.current.json"), new CurrentVersion("v/r1.zarr").json());

    assertThat(LocalSpark.read(folder.resolve("novae.zarr")).count()).isEqualTo(SPECTRA);
  }

  @Test
  void currentVersionThatLeavesItsFolder_isRefused() throws Exception {
    Files.writeString(
        folder.resolve("novae.zarr.current.json"), "{\"version\":1,\"store\":\"../x.zarr\"}");

    assertThatThrownBy(() -> LocalSpark.read(folder.resolve("novae.zarr")))
        .hasMessageContaining("its store is '../x.zarr'");
  }

  @Test
  void laterMinorVersion_isRead_withWhatIsNotKnown() {
    SampleStore sample = sample();
    sample.root.put("schema_version", "2.7");
    sample.groups.add("quality");
    sample.array("quality/grade", new long[SPECTRA]);
    sample.array("metadata/new_field", new double[SPECTRA]);

    assertThat(LocalSpark.read(write(sample)).columns())
        .contains("new_field")
        .doesNotContain("grade");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "1.0", "2x", "20.0"})
  void otherMajorVersion_isRefused_namingBoth(String version) {
    SampleStore sample = sample();
    sample.root.put("schema_version", version);
    Path store = write(sample);

    assertThatThrownBy(() -> LocalSpark.read(store))
        .hasMessageContaining("schema_version is '" + version + "', and this reads '2.0'");
  }

  @ParameterizedTest
  @CsvSource({
    "'10,4000000000', a spectrum of 4000000000 samples is no row",
    "'4000000000000,8', 4000000000000 spectra in chunks of 3"
  })
  void shapeThatLies_isRefused(String shape, String message) {
    Path store =
        write(
            sample()
                .then(
                    SampleStore.replace(
                        "signal/flux_raw/.zarray", "\"shape\":[10,8", "\"shape\":[" + shape)));

    assertThatThrownBy(() -> LocalSpark.read(store).select("flux_raw").collectAsList())
        .hasMessageContaining(message);
  }

  /** Its footer is right, and its rows are not: the rows of the store are found without it. */
  @Test
  void indexWhoseRowsAreDamaged_isNotBelieved() {
    Path store =
        write(
            sample()
                .damage(
                    f -> {
                      byte[] index = f.read(SpectralStore.INDEX).orElseThrow();
                      java.util.Arrays.fill(index, 4, 40, (byte) 0x7f);
                      f.put(SpectralStore.INDEX, java.nio.ByteBuffer.wrap(index));
                    }));

    assertThat(LocalSpark.read(store).where("spec_id = 's4'").count()).isEqualTo(1);
  }

  @Test
  void folderThatIsNoStore_isRefused() {
    assertThatThrownBy(() -> LocalSpark.read(folder.resolve("nothing.zarr")))
        .hasMessageContaining("it has no .zgroup");
  }

  @Test
  void optionThatIsNotKnown_isRefused() {
    assertThatThrownBy(
            () ->
                LocalSpark.session()
                    .read()
                    .format("spectral-zarr")
                    .option("chunk", "3")
                    .load(folder.toString()))
        .hasMessage(
            "Cannot read spectral Zarr: option 'chunk' is not known (there are path, maxPartitionBytes)");
  }

  @Test
  void smallBlocks_arePackedIntoAsManyTasksAsRunAtOnce() {
    Path store = write(sample());

    assertThat(LocalSpark.read(store).select("flux_raw").rdd().getNumPartitions()).isBetween(2, 3);
    assertThat(
            LocalSpark.session()
                .read()
                .format("spectral-zarr")
                .option("maxPartitionBytes", "1")
                .load(store.toString())
                .select("flux_raw")
                .rdd()
                .getNumPartitions())
        .isEqualTo(4);
  }

  @Test
  void equalScans_areEqual() {
    Dataset<Row> all = LocalSpark.read(write(sample()));

    assertThat(all.where("snr > 3").sameSemantics(all.where("snr > 3"))).isTrue();
    assertThat(all.sameSemantics(all.select("row"))).isFalse();
  }
}
