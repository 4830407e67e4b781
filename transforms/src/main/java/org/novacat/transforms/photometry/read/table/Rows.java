package org.novacat.transforms.photometry.read.table;

import java.util.List;
import org.novacat.transforms.photometry.read.column.TimeFrame;

/** The rows of a table, to be walked as often as needed. */
@FunctionalInterface
public interface Rows {
  /** A walk from before the first row. */
  RowCursor open();

  /** Whether a row is a line of the file, and its number that of the line. */
  default boolean areLines() {
    return true;
  }

  /**
   * How the times of a row count, where the file may change that on the way.
   *
   * @param ofFile what was found out about all rows; a sidecar may stand behind it
   */
  default TimeFrame frame(int sourceRow, TimeFrame ofFile) {
    return ofFile;
  }

  /**
   * Who observed a row, where the file may change that on the way.
   *
   * @param ofFile what was found out about all rows
   */
  default String observer(int sourceRow, String ofFile) {
    return ofFile;
  }

  /** Rows that are all in memory, numbered from 1. */
  static Rows of(List<List<String>> rows) {
    return new Rows() {
      @Override
      public RowCursor open() {
        return new ListCursor(rows);
      }

      @Override
      public boolean areLines() {
        return false;
      }
    };
  }
}
