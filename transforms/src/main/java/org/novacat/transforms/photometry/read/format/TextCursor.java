package org.novacat.transforms.photometry.read.format;

import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.text.Cells;
import org.novacat.transforms.photometry.text.SourceText;
import org.novacat.transforms.photometry.text.TextLines;

/**
 * Walks the data lines of a delimited text: blank lines, comments and rows of empty cells are none.
 * A quoted cell may go on over several lines; the row is then where it begins.
 */
final class TextCursor implements RowCursor {
  /** A quote that is not closed within so many lines is no quote. */
  private static final int LONGEST_CELL = 50;

  private final Cells cells;
  private final int headLines;
  private TextLines lines;
  private String raw = "";
  private int row;

  /**
   * @param headLines lines at the beginning that are no data
   */
  TextCursor(SourceText text, char delimiter, int headLines) {
    this.cells = new Cells(delimiter);
    this.lines = new TextLines(text);
    this.headLines = headLines;
  }

  @Override
  public boolean next() {
    while (lines.next()) {
      if (lines.number() > headLines && !lines.isBlank() && !isComment(lines)) {
        row = lines.number();
        raw = lines.text();
        cells.cut(raw);
        if (cells.isOpen()) {
          join();
        }
        if (!cells.isEmptyFrom(0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a line is none of data. */
  static boolean isComment(TextLines line) {
    int first = line.first();
    return first == '#' || first == '%';
  }

  private void join() {
    TextLines ahead = lines.copy();
    StringBuilder all = new StringBuilder(raw);
    for (int i = 0; i < LONGEST_CELL && ahead.next(); i++) {
      all.append('\n').append(ahead.text());
      cells.cut(all.toString());
      if (!cells.isOpen()) {
        raw = all.toString();
        lines = ahead;
        return;
      }
    }
    cells.cut(raw);
  }

  @Override
  public int sourceRow() {
    return row;
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String cell(int index) {
    return cells.cell(index);
  }

  @Override
  public String raw() {
    return raw;
  }

  @Override
  public boolean isEmptyFrom(int index) {
    return cells.isEmptyFrom(index);
  }
}
