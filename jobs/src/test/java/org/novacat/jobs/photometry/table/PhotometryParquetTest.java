package org.novacat.jobs.photometry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.VoTables;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.layouts.testing.Seeded;
import org.novacat.transforms.photometry.row.RowOrder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOStarTable;

class PhotometryParquetTest {
  private static final List<PhotometryRow> ROWS = rows(new Random(42), 500);

  @TempDir Path folder;

  @Test
  void rows_areReadAsTheyWereWritten() {
    Seeded.cases(
        20,
        random -> {
          List<PhotometryRow> rows = rows(random, random.nextInt(50));
          List<PhotometryRow> read = new ArrayList<>();

          PhotometryTableReader.forEach(write(rows), read::add);

          assertThat(read).usingRecursiveComparison().isEqualTo(rows);
        });
  }

  @Test
  void footer_saysVersionsAndRows() throws IOException {
    assertThat(TableInfo.of(write(ROWS)))
        .isEqualTo(new TableInfo(PhotometryColumn.SCHEMA_VERSION, "1.2.3", 500));
  }

  @Test
  void file_opensInSpark_withEveryValue() throws IOException {
    Dataset<Row> table = Sparks.session("test").read().parquet(write(ROWS).toString());

    assertThat(table.columns())
        .containsExactly(
            Stream.of(PhotometryColumn.values())
                .map(PhotometryColumn::columnName)
                .toArray(String[]::new));
    List<Row> rows = table.collectAsList();
    for (int i = 0; i < ROWS.size(); i++) {
      for (PhotometryColumn column : PhotometryColumn.values()) {
        assertThat(rows.get(i).get(column.position()))
            .as("%s of row %d", column, i)
            .isEqualTo(column.cell(ROWS.get(i)));
      }
    }
  }

  @Test
  void file_opensInStil_withUnitsAndUcds() throws IOException {
    Path file = write(ROWS);

    StarTable table =
        new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");

    assertThat(table.getRowCount()).isEqualTo(500);
    assertThat(table.getParameterByName("nova").getValue()).isEqualTo("V1500 Cyg");
    for (PhotometryColumn column : PhotometryColumn.values()) {
      ColumnInfo info = table.getColumnInfo(column.position());
      assertThat(info.getName()).isEqualTo(column.columnName());
      assertThat(info.getUCD()).as(column.columnName()).isEqualTo(column.ucd());
      assertThat(info.getUnitString()).isEqualTo(column.unit().isEmpty() ? null : column.unit());
      assertThat(info.getDescription()).isEqualTo(column.description());
    }
  }

  @Test
  void file_saysWhatPositionsAndTimesCountIn() throws IOException {
    Path file = write(ROWS);

    assertThat(VoTables.header(file))
        .contains(
            "<COOSYS ID=\"icrs\" system=\"ICRS\"/>",
            "<TIMESYS ID=\"bary\" timeorigin=\"MJD-origin\" timescale=\"TDB\" refposition=\"BARYCENTER\"/>")
        .containsPattern("name=\"dec_deg\"[^>]* ref=\"icrs\"")
        .containsPattern("name=\"time_mjd\"[^>]* ref=\"reported\"")
        .containsPattern("name=\"time_mjd_bary_tdb\"[^>]* ref=\"bary\"");
    VoTables.assertSound(VoTables.header(file), folder);
    StarTable table =
        new StarTableFactory().makeStarTable(new FileDataSource(file.toFile()), "parquet");
    assertThat(
            table
                .getColumnInfo(PhotometryColumn.RA_DEG.position())
                .getAuxDatumValue(VOStarTable.COOSYS_SYSTEM_INFO, String.class))
        .isEqualTo("ICRS");
  }

  @Test
  void file_opensInDuckDb_inTheOrderOfTheTable() throws IOException, SQLException {
    Path file = write(ROWS);
    List<String> read = new ArrayList<>();

    try (Connection duck = duckDb();
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT row_id FROM '%s' ORDER BY regime, spectral_coord_value NULLS LAST, band_id, time_mjd, row_id"
                    .formatted(file))) {
      while (rows.next()) {
        read.add(rows.getString(1));
      }
    }

    assertThat(read)
        .containsExactlyElementsOf(ROWS.stream().map(row -> row.id().toString()).toList());
  }

  /**
   * What the registry, the facts or a row say is in the bytes; a control that they are compared.
   */
  @Test
  void anotherRegistry_givesOtherBytes() throws IOException {
    byte[] bytes = bytes(ROWS, "1.2.3");

    assertThat(bytes(ROWS, "1.2.4")).isNotEqualTo(bytes);
    assertThat(bytes(List.copyOf(ROWS), "1.2.3")).isEqualTo(bytes);
  }

  private static Connection duckDb() {
    try {
      return DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException | UnsatisfiedLinkError e) {
      assumeTrue(false, () -> "Skipped: DuckDB's native library cannot be loaded: " + e);
      throw new AssertionError(e);
    }
  }

  private Path write(List<PhotometryRow> rows) throws IOException {
    return write(rows, "1.2.3");
  }

  private Path write(List<PhotometryRow> rows, String registry) throws IOException {
    Path file = folder.resolve("photometry_table.parquet");
    PhotometryParquet.write(rows.iterator(), file, registry, facts());
    return file;
  }

  private byte[] bytes(List<PhotometryRow> rows, String registry) throws IOException {
    return Files.readAllBytes(write(rows, registry));
  }

  private static SortedMap<String, String> facts() {
    return new TreeMap<>(Map.of("nova", "V1500 Cyg"));
  }

  private static List<PhotometryRow> rows(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RandomRows.row(random))
        .sorted(RowOrder.TABLE)
        .toList();
  }
}
