package org.novacat.jobs.release.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.jobs.photometry.table.PhotometryParquet;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.VoTables;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.testing.Python;
import org.novacat.layouts.testing.RandomRows;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOStarTable;

class ReleaseTablesTest {
  private static final TreeMap<String, String> FACTS = new TreeMap<>(Map.of("release", "20261130"));

  private static final List<ProductRow> PRODUCTS =
      List.of(
          new ProductRow(
              "p1",
              "n1",
              ProductRow.Kind.SPECTRUM,
              "ARAS",
              "asdb_é.fits",
              new ProductRow.Made("aa", "", "FITS_SPECTRUM/1"),
              new ProductRow.Published("bb", 4_000_000_000L, 1500, "nova/n1/p1.fits"),
              new Credit("CC-BY-4.0", "2015NewA...37...59S", "", "The observers")),
          new ProductRow(
              "n1",
              "n1",
              ProductRow.Kind.PHOTOMETRY,
              "",
              "photometry_table.parquet",
              new ProductRow.Made("", "cc", "bands 1.0.0, readers 6"),
              new ProductRow.Published("dd", 5000, 20, "nova/n1/photometry_table.parquet"),
              new Credit("not stated", "", "", "")));

  @TempDir Path folder;

  @Test
  void spectra_openInSpark_andOneWindowIsPushedDown() throws IOException {
    Path file = spectra(List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3)));

    Dataset<Row> table = Sparks.session("test").read().parquet(file.toString());
    List<Row> rows = table.orderBy("data_product_id").collectAsList();
    Dataset<Row> window =
        table.where("wavelength_max >= 9000 AND wavelength_min <= 9100").select("wavelength");

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<Double>getList(table.schema().fieldIndex("wavelength")))
        .containsExactly(4000.0, 4001.0, 4002.0, 4003.0, 4004.0);
    assertThat(rows.get(0).isNullAt(table.schema().fieldIndex("wavelength_vacuum"))).isTrue();
    assertThat(rows.get(1).<Integer>getList(table.schema().fieldIndex("order")))
        .containsExactly(3, 3, 4);
    assertThat(rows.get(1).<Double>getList(table.schema().fieldIndex("flux")).get(1)).isNaN();
    assertThat(rows.get(1).<Boolean>getList(table.schema().fieldIndex("good")))
        .containsExactly(true, false, true);
    assertThat(window.collectAsList()).isEmpty();
    assertThat(window.queryExecution().executedPlan().toString())
        .containsPattern("PushedFilters: .*GreaterThanOrEqual\\(wavelength_max,9000.0\\)");
  }

  @Test
  void spectra_openInStil_withUnitsAndLists() throws IOException {
    Path file = spectra(List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3)));

    StarTable table = stil(file);
    ColumnInfo mjd = table.getColumnInfo(8);

    assertThat(mjd.getName()).isEqualTo("observation_mjd");
    assertThat(mjd.getUnitString()).isEqualTo("d");
    assertThat(mjd.getAuxDatumValue(VOStarTable.TIMESYS_TIMEORIGIN_INFO, String.class))
        .isEqualTo("MJD-origin");
    assertThat(VoTables.header(file)).contains("<TIMESYS ID=\"reported\"");
    VoTables.assertSound(VoTables.header(file), folder);
    try (RowSequence rows = table.getRowSequence()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getCell(29)).isEqualTo(new double[] {4000, 4001, 4002, 4003, 4004});
    }
  }

  /** What is held is a row group; with rows of another length each, none is much too large. */
  @Test
  void rowGroups_areBoundedInBytes_whateverTheLengthOfSpectra() throws IOException {
    List<SpectrumRow> rows = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> rows.add(SampleSpectra.row(i, 10)));
    IntStream.range(300, 312).forEach(i -> rows.add(SampleSpectra.noise(i, 1_000_000)));

    try (ParquetFileReader reader = ParquetFileReader.open(ParquetInput.of(spectra(rows)))) {
      assertThat(reader.getRowGroups())
          .hasSizeGreaterThan(2)
          .allSatisfy(group -> assertThat(group.getCompressedSize()).isLessThan(96L << 20));
    }
  }

  @Test
  void equalRows_giveEqualBytes() throws IOException {
    List<SpectrumRow> rows = List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3));
    byte[] bytes = Files.readAllBytes(spectra(rows));

    assertThat(Files.readAllBytes(spectra(rows))).isEqualTo(bytes);
    assertThat(Files.readAllBytes(spectra(rows.subList(0, 1)))).isNotEqualTo(bytes);
  }

  @Test
  void products_comeBack() throws IOException {
    Path file = folder.resolve("products.parquet");
    ProductsTable.write(PRODUCTS.iterator(), file, FACTS);

    assertThat(ProductsTable.read(Files.readAllBytes(file))).isEqualTo(PRODUCTS);
    ProductsTable.write(List.<ProductRow>of().iterator(), file, FACTS);
    assertThat(ProductsTable.read(Files.readAllBytes(file))).isEmpty();
    VoTables.assertSound(VoTables.header(file), folder);
  }

  @Test
  void otherTable_isNoTableOfProducts() throws IOException {
    Path file = novae();

    assertThatThrownBy(() -> ProductsTable.read(Files.readAllBytes(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read products of a release");
    assertThatThrownBy(() -> ProductsTable.read("no table".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void novae_openInStil_withTheirPlaces() throws IOException {
    Path file = novae();

    StarTable table = stil(file);

    VoTables.assertSound(VoTables.header(file), folder);
    assertThat(
            table.getColumnInfo(3).getAuxDatumValue(VOStarTable.COOSYS_SYSTEM_INFO, String.class))
        .isEqualTo("ICRS");
    try (RowSequence rows = table.getRowSequence()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getRow())
          .containsExactly(
              "n1",
              "V1500 Cyg",
              "Nova Cyg 1975; Б1",
              317.875,
              48.1495,
              2L,
              20L,
              42_653.5,
              null,
              "by=Osada; on=1975-08-29");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getCell(3)).isNull();
    }
  }

  /** A row without what every row needs stops the writer: nothing is made up. */
  @Test
  void missingFact_isRefused() {
    Credit credit = PRODUCTS.get(0).credit();

    assertThatThrownBy(() -> new Credit("", "", "", ""))
        .hasMessageContaining("its licence is empty");
    assertThat(credit.licence()).isEqualTo("CC-BY-4.0");
  }

  @Test
  void tables_openInAstropy() throws IOException {
    Path products = folder.resolve("products.parquet");
    ProductsTable.write(PRODUCTS.iterator(), products, FACTS);
    Path photometry = folder.resolve("photometry.parquet");
    PhotometryByTime.write(
        IntStream.range(0, 7).mapToObj(i -> RandomRows.row(new Random(i))).iterator(),
        photometry,
        FACTS);
    List<String> files =
        List.of(
            spectra(List.of(SampleSpectra.row(0, 5), SampleSpectra.full(1, 3))).toString(),
            samples().toString(),
            photometry.toString(),
            novae().toString(),
            products.toString());

    String said = Python.withAstropy(folder, ReleaseTablesTest.class, "open_tables.py", "", files);

    assumeFalse(said.startsWith("no "), () -> "Skipped: Python has astropy, but " + said.strip());
    assertThat(said)
        .contains("spectra.parquet|2|nova_id,", "photometry.parquet|7|row_id,")
        .contains("samples.parquet|8|nova_id,")
        .contains("wavelength|", "4000.0")
        .contains("novae.parquet|2|", "n_spectra|2", "products.parquet|2|", "rows|1500");
  }

  /** Rows of one time stay in the order of their table. */
  @Test
  void photometry_isByTime() throws IOException {
    List<PhotometryRow> rows =
        IntStream.range(0, 200).mapToObj(i -> RandomRows.row(new Random(i % 150))).toList();
    Path file = folder.resolve("photometry_table.parquet");
    PhotometryParquet.write(rows.iterator(), file, "1.2.3", FACTS);
    List<PhotometryRow> read = new ArrayList<>();

    PhotometryByTime.rows(file).forEachRemaining(read::add);

    List<PhotometryRow> expected = new ArrayList<>(rows);
    expected.sort(Comparator.comparingDouble(row -> row.measurement().epoch().mjd()));
    assertThat(read).usingRecursiveComparison().isEqualTo(expected);
  }

  private Path novae() throws IOException {
    Path file = folder.resolve("novae.parquet");
    NovaRow first =
        new NovaRow(
            "n1",
            "V1500 Cyg",
            List.of("Nova Cyg 1975", "Б1"),
            new SkyPosition(317.875, 48.1495),
            new NovaRow.Holdings(2, 20, 42_653.5, null),
            new TreeMap<>(Map.of("on", "1975-08-29", "by", "Osada")));
    NovaRow second =
        new NovaRow(
            "n2",
            "Nova X",
            List.of(),
            null,
            new NovaRow.Holdings(0, 0, null, null),
            new TreeMap<>());
    NovaeTable.write(List.of(first, second).iterator(), file, FACTS);
    return file;
  }

  private Path spectra(List<SpectrumRow> rows) throws IOException {
    Path file = folder.resolve("spectra.parquet");
    SpectraTable.write(rows.iterator(), file, FACTS);
    return file;
  }

  private Path samples() throws IOException {
    Path file = folder.resolve("samples.parquet");
    try (SampleSpool samples = SampleSpool.in(folder.resolve("kept"))) {
      samples.keeping(SampleSpectra.row(0, 5));
      samples.keeping(SampleSpectra.full(1, 3));
      SamplesTable.write(samples, file, FACTS);
    }
    return file;
  }

  private static StarTable stil(Path file) throws IOException {
    return new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");
  }
}
