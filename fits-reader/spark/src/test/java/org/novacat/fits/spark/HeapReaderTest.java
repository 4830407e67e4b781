package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.FileLister;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.FileFilter;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.query.Task;
import org.novacat.fits.spark.table.TableRecords;
import org.novacat.layouts.testing.Seeded;

/** Variable-length arrays, wherever in the heap a writer put them. */
class HeapReaderTest {
  @TempDir private Path folder;

  @Test
  void arraysInAnyOrder_areEachReadOnce() {
    Seeded.cases(
        100,
        random -> {
          List<int[]> arrays = arrays(random);
          Path file = Files.write(folder.resolve("heap.fits"), table(arrays, random));

          assertThat(read(file, 1 + random.nextInt(5000)))
              .isDeepEqualTo(arrays.toArray(int[][]::new));
        });
  }

  /** More than the window of one read holds, so that rows must be read by themselves. */
  @Test
  void heapLargerThanItsWindow_isReadInParts() throws IOException {
    Random random = new Random(1);
    List<int[]> arrays = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      arrays.add(random.ints(i % 3 == 0 ? 1_000_000 : 3).toArray());
    }

    Path file = Files.write(folder.resolve("heap.fits"), table(arrays, random));

    assertThat(read(file, 1 << 30)).isDeepEqualTo(arrays.toArray(int[][]::new));
  }

  private static List<int[]> arrays(Random random) {
    int rows = random.nextInt(60);
    List<int[]> arrays = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      arrays.add(random.ints(random.nextInt(20)).toArray());
    }
    return arrays;
  }

  /** A column of arrays in shuffled places of a heap that begins behind a gap. */
  private static byte[] table(List<int[]> arrays, Random random) {
    List<Integer> order = new ArrayList<>();
    arrays.forEach(array -> order.add(order.size()));
    Collections.shuffle(order, random);
    int gap = random.nextInt(100);
    int heapLength = arrays.stream().mapToInt(array -> 4 * array.length).sum();
    ByteBuffer heap = ByteBuffer.allocate(gap + heapLength);
    ByteBuffer rows = ByteBuffer.allocate(8 * arrays.size());
    heap.position(gap);
    for (int row : order) {
      rows.putInt(8 * row, arrays.get(row).length).putInt(8 * row + 4, heap.position() - gap);
      for (int value : arrays.get(row)) {
        heap.putInt(value);
      }
    }
    return new TableBytes()
        .column("list", "1PJ(99)")
        .card("THEAP   = " + (8 * arrays.size() + gap))
        .heap(heap.array())
        .rows(8, rows.array());
  }

  private static int[][] read(Path file, long split) throws IOException {
    FitsOptions options =
        LocalSpark.options(
            Map.of(
                "path", file.toString(),
                "maxPartitionBytes", Long.toString(split),
                "openCostInBytes", "1"));
    ScanSpec spec = new ScanSpec(options, StructType.fromDDL("list ARRAY<INT>"), FileFilter.NONE);
    Configuration conf = new Configuration(false);
    List<int[]> read = new ArrayList<>();
    for (FitsPartition partition :
        new ScanPlanner(conf, spec, 1).plan(FileLister.list(conf, options.files()).files())) {
      for (Piece piece : partition.pieces()) {
        collect(new TableRecords(new Task(conf, spec, piece, new Counters())), read);
      }
    }
    return read.toArray(int[][]::new);
  }

  private static void collect(TableRecords records, List<int[]> into) throws IOException {
    try (records) {
      for (ColumnarBatch batch = records.next(); batch != null; batch = records.next()) {
        for (int row = 0; row < batch.numRows(); row++) {
          into.add(batch.column(0).getArray(row).toIntArray());
        }
      }
    }
  }
}
