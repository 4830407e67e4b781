package org.novacat.fits.spark.file;

import java.io.Serializable;

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
}
