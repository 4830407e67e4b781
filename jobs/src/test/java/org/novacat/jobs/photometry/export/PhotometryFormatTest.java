package org.novacat.jobs.photometry.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.photometry.export.PhotometryExportCommand.PhotometryFormat;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.testing.Python;
import org.novacat.layouts.testing.Seeded;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.ByteArrayDataSource;

/** What STIL and astropy make of exports. */
class PhotometryFormatTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"VOTABLE", "ECSV"})
  void everyValue_isReadByStil_bitForBit(PhotometryFormat format) {
    Seeded.cases(
        6,
        random -> {
          List<PhotometryRow> rows = ExportedRows.random(random, 1 + random.nextInt(40));
          try {
            assertSame(rows, format, stil(format, ExportedRows.table(folder, rows)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void assertSame(List<PhotometryRow> rows, PhotometryFormat format, StarTable read)
      throws IOException {
    assertThat(read.getRowCount()).isEqualTo(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      for (PhotometryColumn column : PhotometryColumn.values()) {
        Object cell = read.getCell(i, column.position());
        assertThat(cell(format == PhotometryFormat.ECSV ? utf8(cell) : cell, column))
            .as("%s of row %d", column, i)
            .isEqualTo(cell(column.cell(rows.get(i)), column));
      }
    }
  }

  /** STIL 4.3.5 takes the bytes of ECSV for ISO 8859-1, which the format does not know. */
  private static @Nullable Object utf8(@Nullable Object cell) {
    return cell instanceof String text ? new String(text.getBytes(ISO_8859_1), UTF_8) : cell;
  }

  /** STIL would guess the types of CSV, and narrow ones. */
  @Test
  void everyValue_standsInCsv_bitForBit() throws IOException {
    List<PhotometryRow> rows = ExportedRows.random(new Random(4), 50);

    List<CsvRecord> lines;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .ofCsvRecord(
                new String(
                    ExportedRows.export(PhotometryFormat.CSV, ExportedRows.table(folder, rows)),
                    UTF_8))) {
      lines = csv.stream().toList();
    }

    assertThat(lines).hasSize(51);
    for (int i = 0; i < rows.size(); i++) {
      for (PhotometryColumn column : PhotometryColumn.values()) {
        Object cell = column.cell(rows.get(i));
        String text = lines.get(i + 1).getField(column.position());
        assertThat(text).isEqualTo(cell == null ? "" : cell.toString());
        if (cell instanceof Double number) {
          assertThat(Double.parseDouble(text)).isEqualTo(number);
        }
      }
    }
  }

  /** A cell as the column has it; blanks, which the formats know one of, as null. */
  private static @Nullable Object cell(@Nullable Object read, PhotometryColumn column) {
    if (read == null || read.equals("") || read.equals(Double.NaN)) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> read.toString();
      case DOUBLE -> ((Number) read).doubleValue();
      case INT -> ((Number) read).intValue();
      case BOOLEAN -> read;
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"VOTABLE", "ECSV"})
  void columns_haveUnitsUcdsAndDescriptions(PhotometryFormat format) throws IOException {
    StarTable table =
        stil(format, ExportedRows.table(folder, ExportedRows.random(new Random(1), 3)));

    for (PhotometryColumn column : PhotometryColumn.values()) {
      ColumnInfo info = table.getColumnInfo(column.position());
      assertThat(info.getName()).isEqualTo(column.columnName());
      assertThat(info.getUCD()).as(column.columnName()).isEqualTo(column.ucd());
      assertThat(info.getUnitString()).isEqualTo(column.unit().isEmpty() ? null : column.unit());
      assertThat(info.getDescription()).isEqualTo(column.description());
    }
    assertThat(table.getParameterByName("target").getValue()).isEqualTo("V1 <&> \"Cyg\" 'x'");
  }

  @Test
  void voTable_saysWhatPositionsAndTimesCountIn() throws IOException {
    Path table = ExportedRows.table(folder, ExportedRows.random(new Random(1), 3));

    assertThat(new String(ExportedRows.export(PhotometryFormat.VOTABLE, table), UTF_8))
        .contains(
            "<COOSYS ID=\"icrs\" system=\"ICRS\"/>",
            "name=\"ra_deg\" ref=\"icrs\"",
            "<TIMESYS ID=\"bary\" timeorigin=\"MJD-origin\" timescale=\"TDB\" refposition=\"BARYCENTER\"/>",
            "name=\"time_mjd_bary_tdb\" ref=\"bary\"",
            "name=\"time_mjd\" ref=\"reported\"");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AAVSO")
  void equalTables_giveEqualBytes_alsoWithoutRows(PhotometryFormat format) throws IOException {
    Path table = ExportedRows.table(folder, ExportedRows.random(new Random(2), 30));
    assertThat(ExportedRows.export(format, table)).isEqualTo(ExportedRows.export(format, table));

    Path empty = ExportedRows.table(folder, List.of());
    assertThat(new String(ExportedRows.export(format, empty), UTF_8))
        .contains("row_id", "dup_group");
  }

  @Test
  void voTableAndEcsv_openInAstropy_withUnitsMasksAndEveryBit() throws IOException {
    List<PhotometryRow> rows = ExportedRows.random(new Random(3), 20);
    Path table = ExportedRows.table(folder, rows);
    List<String> files = new ArrayList<>();
    for (PhotometryFormat format : List.of(PhotometryFormat.VOTABLE, PhotometryFormat.ECSV)) {
      Path file = folder.resolve("export." + format.ending());
      files.add(Files.write(file, ExportedRows.export(format, table)).toString());
    }

    List<String> said =
        Python.withAstropy(folder, PhotometryFormatTest.class, "open_photometry.py", "", files)
            .lines()
            .toList();

    for (String ending : List.of("vot", "ecsv")) {
      assertThat(said)
          .contains(
              ending + "|time_mjd|d|" + column(rows, PhotometryColumn.TIME_MJD),
              ending + "|magnitude|mag|" + column(rows, PhotometryColumn.MAGNITUDE),
              ending + "|count_rate|count.s**-1|" + column(rows, PhotometryColumn.COUNT_RATE),
              ending + "|source_row||" + column(rows, PhotometryColumn.SOURCE_ROW),
              ending + "|is_upper_limit||" + column(rows, PhotometryColumn.IS_UPPER_LIMIT),
              ending + "|band_id||" + column(rows, PhotometryColumn.BAND_ID),
              ending + "|observer||" + column(rows, PhotometryColumn.OBSERVER));
    }
  }

  private static String column(List<PhotometryRow> rows, PhotometryColumn column) {
    return rows.stream().map(row -> text(column.cell(row))).collect(Collectors.joining("|"));
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof Double number) {
      return String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(number));
    }
    return cell == null ? "none" : cell.toString().replace('\n', ' ');
  }

  @ParameterizedTest
  @CsvSource({"a.vot, VOTABLE", "a.XML, VOTABLE", "a.ecsv, ECSV", "a.csv, CSV", "a.txt, AAVSO"})
  void fileName_promisesAFormat(String name, PhotometryFormat format) {
    assertThat(PhotometryFormat.ofFileName(name)).contains(format);
    assertThat(PhotometryFormat.ofFileName("csv")).isEmpty();
  }

  private static StarTable stil(PhotometryFormat format, Path table) {
    try {
      return new StarTableFactory(true)
          .makeStarTable(
              new ByteArrayDataSource("export", ExportedRows.export(format, table)),
              format.name().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return fail("STIL cannot read it", e);
    }
  }
}
