package org.novacat.spectral.spark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.novacat.spectral.SpectralException;

/**
 * The rows of a store in blocks, each the rows of a chunk of the widest arrays that are asked for;
 * a task takes whole ones, so that no such chunk is decoded twice.
 *
 * @param spectra N_spec
 * @param rows of a block, but of the last
 * @param rowBytes bytes before compression of a row of all that is asked for
 */
record RowBlocks(long spectra, long rows, long rowBytes) {
  /** Where nothing but the number of rows is asked for. */
  private static final int ROWS_ALONE = 1 << 20;

  private static final int MOST = 10_000_000;

  static RowBlocks of(long spectra, List<StoreColumn> columns) {
    boolean samples = columns.stream().anyMatch(c -> c.form() == StoreColumn.Form.SAMPLES);
    StoreColumn.Form widest = samples ? StoreColumn.Form.SAMPLES : StoreColumn.Form.VALUE;
    long rows =
        columns.stream()
            .filter(c -> c.form() == widest)
            .mapToLong(StoreColumn::chunkRows)
            .max()
            .orElse(ROWS_ALONE);
    long bytes = columns.stream().mapToLong(StoreColumn::rowBytes).sum();
    return new RowBlocks(spectra, rows, Long.BYTES + bytes);
  }

  /** How many there are. */
  int count() {
    long count = spectra / rows + (spectra % rows == 0 ? 0 : 1);
    if (count > MOST) {
      throw new SpectralException(
          "Cannot read %s spectra in chunks of %s: more than %s chunks are not planned (write larger chunks)"
              .formatted(spectra, rows, MOST));
    }
    return (int) count;
  }

  /**
   * Packs blocks into tasks, in their order: as many as the tasks that run at once need to be busy,
   * and no more than the limit.
   */
  InputPartition[] pack(BitSet wanted, long partitionBytes, int cores) {
    double share = (double) wanted.cardinality() * rows * rowBytes / cores;
    double target = Math.min((double) partitionBytes, share);
    List<InputPartition> tasks = new ArrayList<>();
    List<SpectralPartition.Rows> open = new ArrayList<>();
    for (int block = wanted.nextSetBit(0); block >= 0; block = wanted.nextSetBit(block + 1)) {
      if (!open.isEmpty() && (open.size() + 1.0) * rows * rowBytes > target) {
        tasks.add(new SpectralPartition(open));
        open.clear();
      }
      open.add(new SpectralPartition.Rows(block * rows, Math.min(spectra, (block + 1) * rows)));
    }
    if (!open.isEmpty()) {
      tasks.add(new SpectralPartition(open));
    }
    return tasks.toArray(InputPartition[]::new);
  }
}
