package org.novacat.fits.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.spark.LocalSpark;
import org.novacat.fits.spark.TableBytes;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.FileLister;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.FileFilter;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.query.Task;

/** What of one block of rows is still there when the next has been read. */
class BlockReaderTest {
  /** More than one block has. */
  private static final int ROWS = 100_000;

  @TempDir private Path folder;

  @BeforeEach
  void makeTable() throws Exception {
    byte[] rows =
        "01234567"
            .repeat(ROWS / 2)
            .concat("abcdefgh".repeat(ROWS / 2))
            .getBytes(StandardCharsets.US_ASCII);
    TableBytes table = new TableBytes().column("text", "4A").column("number", "J");
    Files.write(folder.resolve("table.fits"), table.rows(8, rows));
  }

  @Test
  void texts_stayAsTheyAre() throws Exception {
    try (TableRecords records = records("text STRING")) {
      UTF8String first = records.next().column(0).getUTF8String(0);

      assertThat(last(records).column(0).getUTF8String(0)).hasToString("abcd");
      assertThat(first).hasToString("0123");
    }
  }

  /** So that the bytes are read into what is in the cache of the core. */
  @Test
  void numbers_makeRoomForTheNext() throws Exception {
    try (TableRecords records = records("number INT")) {
      ColumnarBatch first = records.next();
      int before = first.column(0).getInt(0);
      last(records);

      assertThat(before).isEqualTo(0x34353637);
      assertThat(first.column(0).getInt(0)).isEqualTo(0x65666768);
    }
  }

  private static ColumnarBatch last(TableRecords records) throws IOException {
    ColumnarBatch last = records.next();
    for (ColumnarBatch next = last; next != null; next = records.next()) {
      last = next;
    }
    return last;
  }

  private TableRecords records(String schema) throws IOException {
    FitsOptions options = LocalSpark.options(Map.of("path", folder.toString()));
    Configuration conf = new Configuration(false);
    List<ListedFile> files = FileLister.list(conf, options.files()).files();
    ScanSpec spec = new ScanSpec(options, StructType.fromDDL(schema), FileFilter.NONE);
    return new TableRecords(new Task(conf, spec, Piece.whole(files.get(0)), new Counters()));
  }
}
