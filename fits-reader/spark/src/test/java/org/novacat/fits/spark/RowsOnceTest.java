package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.FileLister;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.FileFilter;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.query.Task;
import org.novacat.fits.spark.table.TableRecords;
import org.novacat.layouts.testing.Seeded;

/** Every row is read, and none twice, however rows, headers and splits lie to each other. */
class RowsOnceTest {
  /** 52-byte rows and 32 MiB: the thirteenth multiple of the split is one of the row too. */
  private static final long SPLIT = 32L << 20;

  private static final long ROWS = 9_600_000;

  @TempDir private Path folder;

  @Test
  void rowsOf52Bytes_inSplitsOf32Mebibytes_areReadOnce() {
    Row row =
        LocalSpark.read(VirtualTable.path(ROWS), "maxPartitionBytes", Long.toString(SPLIT))
            .selectExpr("sum(id)", "min(id)", "max(id)", "count(id)", "sum(mag)")
            .head();

    assertThat(13 * SPLIT % VirtualTable.ROW).as("the case is the one that matters").isZero();
    assertThat(row.getLong(0)).isEqualTo(ROWS * (ROWS - 1) / 2);
    assertThat(row.getLong(1)).isZero();
    assertThat(row.getLong(2)).isEqualTo(ROWS - 1);
    assertThat(row.getLong(3)).isEqualTo(ROWS);
    assertThat(row.getDouble(4)).isEqualTo(ROWS * (ROWS - 1) / 4.0);
  }

  @Test
  void filterOnATableOfManySplits_findsItsRowsAlone() {
    List<Row> rows =
        LocalSpark.read(VirtualTable.path(ROWS), "maxPartitionBytes", Long.toString(SPLIT))
            .where("id < 10")
            .collectAsList();

    assertThat(rows)
        .extracting(r -> r.getLong(0))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  /** The tests have a heap of 512 MB, and offsets beyond 2 GiB do not fit into an int. */
  @Test
  void tableOfMoreThanTwoGigabytes_streamsThroughOneTask() {
    long rows = 43_000_000;
    Dataset<Row> table =
        LocalSpark.read(
            VirtualTable.path(rows), "maxPartitionBytes", "4g", "openCostInBytes", "4g");

    assertThat(rows * VirtualTable.ROW).isGreaterThan(1L << 31);
    assertThat(table.rdd().getNumPartitions()).isEqualTo(1);
    assertThat(table.selectExpr("sum(id)").head().getLong(0)).isEqualTo(rows * (rows - 1) / 2);
  }

  @Test
  void anyRow_anySplit_readsEveryRowOnce() {
    Seeded.cases(
        300,
        random -> {
          int rowLength = 8 + random.nextInt(random.nextBoolean() ? 60 : 200_000);
          int rows = random.nextInt(Math.max(2, Math.min(5000, 2_000_000 / rowLength)));
          int headers = random.nextInt(80);
          Path file = write(rowLength, rows, headers);
          long split = 1L + random.nextInt(random.nextBoolean() ? 4000 : 1_000_000);

          Sums sums = read(file, split);

          assertThat(sums).isEqualTo(Sums.ofFirst(rows));
        });
  }

  /** Number, sum and extremes of the column {@code id}. */
  private record Sums(long count, long sum, long min, long max) {
    static final Sums NONE = new Sums(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    static Sums ofFirst(long rows) {
      return rows == 0 ? NONE : new Sums(rows, rows * (rows - 1) / 2, 0, rows - 1);
    }

    Sums with(long id) {
      return new Sums(count + 1, sum + id, Math.min(min, id), Math.max(max, id));
    }
  }

  private static Sums read(Path file, long split) throws IOException {
    FitsOptions options =
        LocalSpark.options(
            Map.of(
                "path", file.toString(),
                "maxPartitionBytes", Long.toString(split),
                "openCostInBytes", "1"));
    ScanSpec spec =
        new ScanSpec(options, new StructType().add("id", DataTypes.LongType), FileFilter.NONE);
    Configuration conf = new Configuration(false);
    Sums sums = Sums.NONE;
    List<ListedFile> files = FileLister.list(conf, options.files()).files();
    for (FitsPartition partition : new ScanPlanner(conf, spec, 2).plan(files)) {
      for (Piece piece : partition.pieces()) {
        sums = read(new TableRecords(new Task(conf, spec, piece, new Counters())), sums);
      }
    }
    return sums;
  }

  private static Sums read(TableRecords records, Sums before) throws IOException {
    Sums sums = before;
    try (records) {
      for (ColumnarBatch batch = records.next(); batch != null; batch = records.next()) {
        for (int row = 0; row < batch.numRows(); row++) {
          sums = sums.with(batch.column(0).getLong(row));
        }
      }
    }
    return sums;
  }

  private Path write(int rowLength, int rows, int headerCards) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(rowLength * rows);
    int idAt = (rowLength - 8) / 2;
    for (int row = 0; row < rows; row++) {
      data.putLong(row * rowLength + idAt, row);
    }
    TableBytes table = new TableBytes().column("before", idAt + "B").column("id", "K");
    for (int i = 0; i < headerCards; i++) {
      table.card("COMMENT so that the data begin elsewhere").primary("COMMENT and here");
    }
    return Files.write(folder.resolve("table.fits"), table.rows(rowLength, data.array()));
  }
}
