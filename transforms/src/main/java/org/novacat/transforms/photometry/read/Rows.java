package org.novacat.transforms.photometry.read;

import java.util.List;

/** The rows of a table, to be walked as often as needed. */
@FunctionalInterface
interface Rows {
  /** A walk from before the first row. */
  RowCursor open();

  /** Rows that are all in memory, numbered from 1. */
  static Rows of(List<List<String>> rows) {
    return () -> new ListCursor(rows);
  }
}
