package org.novacat.transforms.photometry.read.table;

import org.jspecify.annotations.Nullable;

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
   * The table that the file goes on with where this walk has ended: below a second header, or below
   * a comment that changes what holds; null at the end of the file.
   */
  default @Nullable RawTable rest() {
    return null;
  }

  /** Lines of the file passed so far that are no rows; none where rows are no lines. */
  default LineTally passed() {
    return LineTally.NONE;
  }

  /**
   * What comments passed so far between rows say as names and values that nobody takes, each on a
   * line with {@code =} between the two; "" when nothing.
   */
  default String unread() {
    return "";
  }

  /** Lines that this row takes. */
  default int height() {
    return 1;
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

  /** A remark behind the cells, with its sign; "" when there is none. */
  default String remark() {
    return "";
  }
}
