package org.novacat.transforms.photometry.read.table;

import org.novacat.transforms.photometry.read.column.TimeFrame;

/** Walks the data rows of a table; one object stands for each row in turn. */
public interface RowCursor {
  /** Goes to the next row; false when there is none. */
  boolean next();

  /** Line (text) or row (binary) in the original file, from 1. */
  int sourceRow();

  /** How many cells the row has. */
  int size();

  /** A cell without quotes and blanks around it; "" beyond the last. */
  String cell(int index);

  /** The row as the file has it. */
  String raw();

  /**
   * How the times of this row count, where the file may change that on the way.
   *
   * @param ofFile what was found out about all rows; a sidecar may stand behind it
   */
  default TimeFrame frame(TimeFrame ofFile) {
    return ofFile;
  }

  /**
   * Who observed, where the file may change that on the way.
   *
   * @param ofFile what was found out about all rows
   */
  default String observer(String ofFile) {
    return ofFile;
  }

  /** Whether all cells from this one on are empty. */
  default boolean isEmptyFrom(int index) {
    for (int i = index; i < size(); i++) {
      if (!cell(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
