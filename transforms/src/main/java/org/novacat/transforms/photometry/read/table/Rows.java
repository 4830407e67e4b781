package org.novacat.transforms.photometry.read.table;

import java.util.List;

/** The rows of a table, to be walked as often as needed. */
@FunctionalInterface
public interface Rows {
  /** A walk from before the first row. */
  RowCursor open();

  /** Whether a row is a line of the file, and its number that of the line. */
  default boolean areLines() {
    return true;
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
