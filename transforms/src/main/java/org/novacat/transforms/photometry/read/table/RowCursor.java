package org.novacat.transforms.photometry.read.table;

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
