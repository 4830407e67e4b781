package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.data.Column;
import org.novacat.fits.spark.BlockReader.Buffer;
import org.novacat.fits.spark.HadoopSource.ReadAhead;

/** Where the rows of a block lie in memory. */
class BlockReaderTest {
  private static final int ROWS = 300_000;

  @TempDir private Path folder;

  @Test
  void reusedBuffer_holdsOneBlockAfterTheOther() throws Exception {
    assertThat(twoBlocks(Buffer.REUSED)).allMatch(bytes -> bytes[0] == 2);
  }

  @Test
  void freshBuffer_leavesBlocksAsTheyAre() throws Exception {
    assertThat(twoBlocks(Buffer.FRESH))
        .extracting(bytes -> bytes[0])
        .containsExactly((byte) 1, (byte) 2);
  }

  /** The bytes of the first two blocks, looked at when both are read. */
  private List<byte[]> twoBlocks(Buffer buffer) throws Exception {
    byte[] rows = new byte[ROWS];
    java.util.Arrays.fill(rows, 0, 256 << 10, (byte) 1);
    java.util.Arrays.fill(rows, 256 << 10, ROWS, (byte) 2);
    Path file =
        Files.write(folder.resolve("t.fits"), new TableBytes().column("a", "B").rows(1, rows));
    FitsOptions options = LocalSpark.options(Map.of("path", file.toString()));
    Configuration conf = new Configuration(false);
    ListedFile listed = FileLister.list(conf, options.files()).files().get(0);
    HadoopSource raw = HadoopSource.open(conf, listed, ReadAhead.HEADERS, new Counters());
    try (TableFile table = TableFile.open(raw, listed, options.hdu(), options.limits())) {
      List<Column> columns = table.columns().stream().map(TableColumn::column).toList();
      BlockReader blocks =
          new BlockReader(table, columns, columns, 0, ROWS, buffer, options.limits());
      return List.of(blocks.next().bytes(), blocks.next().bytes());
    }
  }
}
