package org.novacat.transforms.photometry.read.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    return of(rows, 0, null);
  }

  /**
   * Rows that are all in memory, of one of several tables in a file.
   *
   * @param before rows of the tables before it, behind which its own are numbered
   * @param rest the table behind it; null when it is the last
   */
  static Rows of(List<List<String>> rows, int before, @Nullable RawTable rest) {
    return new Rows() {
      @Override
      public RowCursor open() {
        return new ListCursor(rows, before, rest);
      }

      @Override
      public boolean areLines() {
        return false;
      }
    };
  }
}
