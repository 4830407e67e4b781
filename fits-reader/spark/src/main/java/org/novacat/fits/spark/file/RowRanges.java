package org.novacat.fits.spark.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a table into ranges of rows. A split is counted in rows from the first one, never in bytes
 * of the file, so it begins at a row whatever the lengths of header, row and split.
 */
public final class RowRanges {
  private RowRanges() {}

  /**
   * Ranges that follow each other and hold every row once. All are of about the same length, so
   * that no task is left to work alone.
   *
   * @param rows of the table
   * @param rowLength bytes of a row
   * @param splitBytes that a range has at most, unless one row has more
   */
  public static List<Piece> split(ListedFile file, long rows, int rowLength, long splitBytes) {
    long most = Math.max(1, splitBytes / Math.max(1, rowLength));
    long ranges = Math.max(1, (rows + most - 1) / most);
    long each = Math.max(1, (rows + ranges - 1) / ranges);
    List<Piece> pieces = new ArrayList<>();
    for (long first = 0; first < rows; first += each) {
      long count = Math.min(each, rows - first);
      pieces.add(new Piece(file, first, count, count * rowLength));
    }
    return pieces;
  }
}
