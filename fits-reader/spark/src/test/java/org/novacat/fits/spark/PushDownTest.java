package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query does not need is not read: the file system counts the bytes. */
class PushDownTest {
  private static final int FILES = 20;

  /** Rows of one file of {@link #archive}; their data are 400 kB. */
  private static final int ROWS = 100_000;

  private static final int MOST_FOR_HEADERS = 40_000;

  @TempDir private Path folder;

  /** Twenty files of two columns, each of its own object. */
  private String archive() throws Exception {
    for (int file = 0; file < FILES; file++) {
      ByteBuffer rows = ByteBuffer.allocate(4 * ROWS);
      for (int row = 0; row < ROWS; row++) {
        rows.putShort((short) file).putShort((short) row);
      }
      byte[] bytes =
          new TableBytes()
              .primary("OBJECT  = 'Nova %s'".formatted(file))
              .card("EXPTIME = %s.5".formatted(file))
              .column("file", "I")
              .column("row", "I")
              .rows(4, rows.array());
      Files.write(folder.resolve(String.format(Locale.ROOT, "f%02d.fits", file)), bytes);
    }
    return CountingFileSystem.path(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OBJECT = 'Nova 7'                     | 1 | 20",
        "exposure > 17                         | 3 | 20",
        "OBJECT LIKE 'Nova 1%' AND exposure < 11 | 2 | 20",
        "OBJECT IS NULL                        | 0 | 20",
        "_path LIKE '%f03.fits'                | 1 | 1",
        "_size < 1000                          | 0 | 0",
        "_mtime < '2001-01-01'                 | 0 | 0",
        "_hdu = 0                              | 0 | 20",
        "OBJECT = 'Nova 7' AND row >= 0        | 1 | 20",
        "(OBJECT = 'Nova 7' OR file = 8)       | 2 | 20"
      })
  void filterOnHeaders_rejectsFilesBeforeTheirData(String filter, int files, int opened)
      throws Exception {
    Dataset<Row> all = LocalSpark.read(archive(), "headers", "OBJECT, EXPTIME DOUBLE AS exposure");
    boolean needsData = filter.contains("file =");
    CountingFileSystem.takeBytes();

    long rows = all.where(filter).selectExpr("count(row)").head().getLong(0);

    assertThat(rows).isEqualTo((filter.contains("row >=") ? 65_536L : ROWS) * files);
    int read = needsData ? FILES : files;
    assertThat(CountingFileSystem.takeBytes())
        .isBetween(read * 4L * ROWS, read * 4L * ROWS + (long) opened * MOST_FOR_HEADERS);
  }

  @Test
  void filterOnData_isNoReasonToRejectAFile() throws Exception {
    Dataset<Row> all = LocalSpark.read(archive());

    assertThat(all.where("file = 7").count()).isEqualTo(ROWS);
    assertThat(all.where("file = 7").queryExecution().executedPlan().toString())
        .contains("filters on files []");
    assertThat(all.where("_size > 5 AND file = 7").queryExecution().executedPlan().toString())
        .contains("GreaterThan(_size,5)");
  }

  @Test
  void count_readsHeadersAlone() throws Exception {
    Dataset<Row> all = LocalSpark.read(archive());
    CountingFileSystem.takeBytes();

    assertThat(all.count()).isEqualTo(FILES * (long) ROWS);
    assertThat(CountingFileSystem.takeBytes()).isLessThan(FILES * MOST_FOR_HEADERS);
  }

  @Test
  void hdus_readHeadersAlone() throws Exception {
    Dataset<Row> hdus = LocalSpark.read(archive(), "mode", "hdus");
    CountingFileSystem.takeBytes();

    assertThat(hdus.selectExpr("sum(size(header))").head().getLong(0)).isPositive();
    assertThat(CountingFileSystem.takeBytes()).isLessThan(FILES * 2 * MOST_FOR_HEADERS);
  }

  @Test
  void spectra_ofOtherObjects_areNotRead() throws Exception {
    Dataset<Row> all = LocalSpark.read(archive(), "mode", "spectra", "headers", "OBJECT AS target");
    CountingFileSystem.takeBytes();

    assertThat(all.where("target = 'Nova 7'").count()).isEqualTo(1);
    assertThat(CountingFileSystem.takeBytes()).isLessThan(4 * ROWS + FILES * 2 * MOST_FOR_HEADERS);
  }

  /** Not one for the header and one for the data: on an object store requests are what costs. */
  @Test
  void smallFiles_areOneRequestEach() throws Exception {
    Dataset<Row> all = LocalSpark.read(archive());
    CountingFileSystem.takeRequests();

    all.selectExpr("sum(row)").head();

    assertThat(CountingFileSystem.takeRequests()).isEqualTo(FILES);
  }

  /** One row of three columns: a megabyte, a number, two megabytes. */
  private String wideTable() throws Exception {
    int row = (3 << 20) + 8;
    ByteBuffer rows = ByteBuffer.allocate(4 * row);
    for (int i = 0; i < 4; i++) {
      rows.putLong(i * row + (1 << 20), 100 + i);
      rows.put(i * row, (byte) i).put((i + 1) * row - 1, (byte) (10 + i));
    }
    byte[] bytes =
        new TableBytes()
            .column("left", (1 << 20) + "B")
            .column("number", "K")
            .column("right", (2 << 20) + "B")
            .rows(row, rows.array());
    return CountingFileSystem.path(Files.write(folder.resolve("wide.fits"), bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "'sum(number)', 406, 0",
    "'sum(left[0] + number)', 412, 4194304",
    "'sum(right[2097151] - number)', -360, 8388608",
    "'sum(left[0] + right[2097151])', 52, 12582912"
  })
  void wideRows_areReadByTheColumnsThatAreAsked(String sum, long expected, long bytes)
      throws Exception {
    Dataset<Row> wide = LocalSpark.read(wideTable());
    CountingFileSystem.takeBytes();

    assertThat(wide.selectExpr(sum).head().getLong(0)).isEqualTo(expected);
    assertThat(CountingFileSystem.takeBytes()).isBetween(bytes, bytes + 6L * MOST_FOR_HEADERS);
  }

  @Test
  void metrics_tellWhatWasReadAndRejected() throws Exception {
    Dataset<Row> one = LocalSpark.read(archive(), "headers", "OBJECT").where("OBJECT = 'Nova 7'");
    one.collectAsList();

    assertThat(one.queryExecution().executedPlan().toString())
        .contains("fits mode TABLE, hdu first table, 20 files");
    assertThat(metric(one, "filesRejected")).isEqualTo(FILES - 1);
    assertThat(metric(one, "bytesRead")).isGreaterThan(4 * ROWS);
    assertThat(metric(one, "files")).isEqualTo(FILES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README", "notes.txt"})
  void skippedNames_areAMetric(String name) throws Exception {
    String archive = archive();
    Files.writeString(folder.resolve(name), "text");
    Dataset<Row> all = LocalSpark.read(archive);
    all.collectAsList();

    assertThat(metric(all, "skippedNames")).isEqualTo(1);
  }

  private static long metric(Dataset<Row> rows, String name) {
    var plan = rows.queryExecution().executedPlan();
    var leaves = plan.collectLeaves();
    return leaves.head().metrics().apply(name).value();
  }

  @Test
  void equalScans_areEqual() throws Exception {
    Dataset<Row> all = LocalSpark.read(archive());

    assertThat(
            List.of(
                all.where("file = 1").sameSemantics(all.where("file = 1")),
                all.sameSemantics(all.select("row"))))
        .containsExactly(true, false);
  }
}
