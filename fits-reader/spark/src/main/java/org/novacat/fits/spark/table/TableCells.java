package org.novacat.fits.spark.table;

import org.novacat.fits.data.Column;
import org.novacat.fits.data.HeapArray;

/** Where the elements of each cell of a column lie in memory. */
sealed interface TableCells permits TableCells.InRow, TableCells.InHeap {
  /** What {@link #at} counts in. */
  byte[] bytes();

  /** Where the first element of the cell begins. */
  int at(int row);

  /** Elements of the cell; of a text its bytes. */
  int count(int row);

  /**
   * Cells of one size at equal distances.
   *
   * @param bytes rows
   * @param start of the first cell
   * @param stride from one to the next
   * @param count elements of each
   */
  record InRow(byte[] bytes, int start, int stride, int count) implements TableCells {
    @Override
    public int at(int row) {
      return start + row * stride;
    }

    @Override
    public int count(int row) {
      return count;
    }
  }

  /**
   * Cells that rows point at, checked when the heap was read.
   *
   * @param descriptors where the rows do so
   * @param column of variable length
   * @param heap what they point into
   */
  record InHeap(InRow descriptors, Column column, HeapWindow heap) implements TableCells {
    @Override
    public byte[] bytes() {
      return heap.bytes();
    }

    @Override
    public int at(int row) {
      HeapArray array = HeapArray.of(column, descriptors.bytes(), descriptors.at(row));
      return array.count() == 0 ? 0 : heap.at(array.offset());
    }

    @Override
    public int count(int row) {
      return (int) HeapArray.of(column, descriptors.bytes(), descriptors.at(row)).count();
    }
  }
}
