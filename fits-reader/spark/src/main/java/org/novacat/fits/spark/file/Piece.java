package org.novacat.fits.spark.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task reads of one file.
 *
 * @param file the file
 * @param firstRow the first row of the table
 * @param rows how many; −1 for all that the file has
 * @param bytes that they have
 */
public record Piece(ListedFile file, long firstRow, long rows, long bytes) implements Serializable {
  /** All of a file. */
  public static Piece whole(ListedFile file) {
    return new Piece(file, 0, -1, file.size());
  }

  /**
   * Ranges of rows that follow each other and hold every row once. All are of about the same
   * length, so that no task is left to work alone. They are counted in rows from the first one,
   * never in bytes of the file, so each begins at a row whatever the lengths of header, row and
   * split.
   *
   * @param rows of the table
   * @param rowLength bytes of a row
   * @param splitBytes that a range has at most, unless one row has more
   */
  public static List<Piece> ofRows(ListedFile file, long rows, int rowLength, long splitBytes) {
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
