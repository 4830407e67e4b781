package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.novacat.persistence.store.Pointer;

/**
 * Whole chunks of some arrays of a store, which one task writes and no other: those of one row of
 * chunks, side by side.
 *
 * @param chunkRow which row of chunks
 * @param firstColumn the first of its chunks, from the left
 * @param endColumn the first behind the last
 * @param arrays paths of the arrays
 * @param rows the spectra of all rows of the store in it, in their order
 */
public record Panel(
    long chunkRow, long firstColumn, long endColumn, ArrayList<String> arrays, ArrayList<Row> rows)
    implements Serializable {
  /**
   * A row of the store.
   *
   * @param parquet the spectrum it is from
   * @param order number of its order
   */
  public record Row(Pointer parquet, int order) implements Serializable {}

  /** Of lists of any kind. */
  public static Panel of(
      long chunkRow, long firstColumn, long endColumn, List<String> arrays, List<Row> rows) {
    return new Panel(
        chunkRow, firstColumn, endColumn, new ArrayList<>(arrays), new ArrayList<>(rows));
  }
}
