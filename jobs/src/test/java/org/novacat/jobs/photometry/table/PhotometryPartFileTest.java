package org.novacat.jobs.photometry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.photometry.table.CellReader.RowCellVector;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.layouts.testing.Seeded;

class PhotometryPartFileTest {
  private static final Map<RowRejectionCode, Integer> REJECTED =
      Map.of(RowRejectionCode.BAND_EXCLUDED, 3, RowRejectionCode.EPOCH_MISSING, 1);

  @TempDir Path folder;

  /** More rows than one vector holds. */
  @Test
  void rows_giveTheCellsOfATable_asTheyDidBefore() {
    Seeded.cases(
        3,
        random -> {
          List<PhotometryRow> rows = rows(random, RowCellVector.LENGTH + random.nextInt(2000));

          List<PhotometryRow> read = new ArrayList<>();
          assertThat(PhotometryPartFile.read(written(rows), rows.get(0).nova(), read::add))
              .isEqualTo(REJECTED);

          assertThat(read).hasSameSizeAs(rows);
          for (int i = 0; i < rows.size(); i++) {
            assertThat(cells(read.get(i))).isEqualTo(cells(rows.get(i)));
            assertThat(brightness(read.get(i))).isEqualTo(brightness(rows.get(i)));
          }
        });
  }

  @Test
  void rowsThatShareAllTexts_areRead() throws IOException {
    PhotometryRow row = rows(new Random(1), 1).get(0);
    List<PhotometryRow> read = new ArrayList<>();

    PhotometryPartFile.read(written(List.of(row, row, row)), row.nova(), read::add);

    assertThat(read).extracting(PhotometryPartFileTest::cells).containsOnly(cells(row)).hasSize(3);
  }

  @Test
  void equalRows_giveEqualBytes() {
    List<PhotometryRow> rows = rows(new Random(2), 100);

    assertThat(written(rows)).isEqualTo(written(rows));
    assertThat(written(rows.subList(1, 100))).isNotEqualTo(written(rows));
  }

  @Test
  void table_isNoPart() throws IOException {
    PhotometryRow row = rows(new Random(3), 1).get(0);
    Path file = folder.resolve("table.parquet");
    PhotometryParquet.write(List.of(row).iterator(), file, "1", new TreeMap<>());

    assertThatThrownBy(
            () -> PhotometryPartFile.read(Files.readAllBytes(file), row.nova(), one -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "its schema is 'photometry/1.1.0' (expected 'photometry-part/1.1.0')");
  }

  /** Rows as they are before a table is made: without a time at the barycentre, and alone. */
  private static List<PhotometryRow> rows(Random random, int count) {
    PhotometryRow first = RandomRows.row(random);
    return Stream.generate(() -> RandomRows.row(random))
        .limit(count)
        .map(
            row ->
                new PhotometryRow(
                    row.id(),
                    first.nova(),
                    row.measurement(),
                    row.band(),
                    null,
                    row.upload(),
                    null))
        .toList();
  }

  private byte[] written(List<PhotometryRow> rows) {
    try {
      Path file = folder.resolve("part.parquet");
      PhotometryPartFile.write(rows.iterator(), REJECTED, file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> cells(PhotometryRow row) {
    List<Object> cells = new ArrayList<>();
    Stream.of(PhotometryColumn.values()).forEach(column -> cells.add(column.cell(row)));
    return cells;
  }

  private static Brightness brightness(PhotometryRow row) {
    Measurement measurement = row.measurement();
    return measurement.brightness();
  }
}
