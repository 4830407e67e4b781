package org.novacat.fits.spark.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;

/**
 * Rows in memory, and what their variable-length arrays hold.
 *
 * @param bytes packed rows
 * @param start where the first row of this block begins in {@code bytes}
 * @param rows how many
 * @param spans how they are packed
 * @param heaps a window on the heap for each column of variable length
 */
record RowBlock(byte[] bytes, int start, int rows, Spans spans, Map<Column, HeapWindow> heaps) {
  /** Where the cell of the first row begins in {@code bytes}. */
  int at(Column column) {
    return start + spans.offsetOf(column);
  }

  /** From one row to the next. */
  int stride() {
    return spans.packed();
  }

  /** The arrays of a column of variable length; null of any other. */
  @Nullable HeapWindow heap(Column column) {
    return heaps.get(column);
  }
}
