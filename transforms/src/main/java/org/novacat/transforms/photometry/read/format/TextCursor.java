package org.novacat.transforms.photometry.read.format;

import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/**
 * Walks the data lines of a delimited text: blank lines, comments and rows of empty cells are none.
 * A quoted cell may go on over several lines; the row is then where it begins. Where the file goes
 * on as another section the walk ends.
 */
final class TextCursor implements RowCursor {
  /** A quote that is not closed within so many lines is no quote. */
  private static final int LONGEST_CELL = 50;

  private final Cells cells;
  private final int headLines;
  private final @Nullable TextSection section;
  private final @Nullable Remarks remarks;
  private TextLines lines;
  private final FactWords between = new FactWords();
  private LineTally passed = LineTally.NONE;
  private @Nullable TextSection rest;
  private String raw = "";
  private String remark = "";
  private String last = "";
  private int row;
  private int height;

  /** The rows of a text that has one section. */
  TextCursor(SourceText text, char delimiter, int headLines) {
    this.cells = new Cells(delimiter);
    this.lines = new TextLines(text);
    this.headLines = headLines;
    this.section = null;
    this.remarks = null;
  }

  TextCursor(TextSection section) {
    this.cells = new Cells(section.sign());
    this.lines = section.from().copy();
    this.headLines = section.header().lastLine();
    this.section = section;
    this.remarks = Remarks.of(section.header(), section.sign());
  }

  @Override
  public boolean next() {
    while (rest == null && lines.next()) {
      if (!isPassed() && !isNextSection() && isRow()) {
        return true;
      }
    }
    return false;
  }

  /** Passes blank lines and those of the header; a row above the header is a row. */
  private boolean isPassed() {
    if (lines.isBlank()) {
      passed = passed.andBlank();
      return true;
    }
    boolean head = lines.number() <= headLines && !isComment(lines);
    if (RuleLine.is(lines)) {
      passed = passed.andHeader();
      return true;
    }
    if (head && !(section != null && section.header().isRowAbove(lines.text(), section.sign()))) {
      passed = passed.andHeader();
      return true;
    }
    return false;
  }

  /** Whether the section ends above this line; comments that do not end it are passed. */
  private boolean isNextSection() {
    boolean comment = isComment(lines);
    if (!comment && isPlainRow()) {
      return false;
    }
    boolean below = lines.number() > headLines || (comment && row > 0);
    boolean first = row == 0 && section != null && section.isFirst();
    if (section != null && !(first && comment) && below) {
      if (!comment && !first && section.isRepeatedBy(lines)) {
        passed = passed.andHeader();
        return true;
      }
      TextSection begun = section.begunBy(lines, comment);
      rest = first && begun != null && !begun.goesOn() ? null : begun;
    }
    if (comment && rest == null) {
      passed = passed.andComment();
      pass();
    }
    return comment || rest != null;
  }

  /** Whether the line, which is cut here, can say nothing of others: it has numbers and no pair. */
  private boolean isPlainRow() {
    raw = lines.text();
    cells.cut(raw);
    return section == null || (cells.hasNumber() && !lines.mayBePair());
  }

  /** Comments above the first rows of all are in the head. */
  private void pass() {
    if (row > 0 || (section != null && section.goesOn())) {
      between.pairs(TextHead.stripped(lines.text()), false);
    }
  }

  private boolean isRow() {
    int begin = lines.number();
    if (cells.isOpen()) {
      join();
    }
    if (cells.isEmptyFrom(0)) {
      passed = passed.andBlank();
      return false;
    }
    if (remarks != null) {
      cutBehind(remarks);
    }
    row = begin;
    height = lines.number() - begin + 1;
    return true;
  }

  /** Takes a remark off the row, and the blanks of a last column of text for no delimiters. */
  private void cutBehind(Remarks behind) {
    int begin = behind.begin(cells, raw);
    remark = begin < 0 ? "" : raw.substring(begin);
    String row = begin < 0 ? raw : raw.substring(0, begin);
    if (begin >= 0) {
      cells.cut(row);
    }
    boolean joined = behind.blanks() && behind.text() && cells.size() > behind.columns();
    last = joined ? row.substring(cells.start(behind.columns() - 1)).strip() : "";
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
  public @Nullable RawTable rest() {
    return rest == null ? null : rest.table();
  }

  @Override
  public LineTally passed() {
    return passed;
  }

  @Override
  public String unread() {
    return between.facts().get(ColumnFacts.UNREAD);
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int sourceRow() {
    return row;
  }

  @Override
  public int size() {
    return remarks != null && !last.isEmpty() ? remarks.columns() : cells.size();
  }

  @Override
  public String cell(int index) {
    return !last.isEmpty() && index >= size() - 1
        ? index == size() - 1 ? last : ""
        : cells.cell(index);
  }

  @Override
  public String raw() {
    return raw;
  }

  @Override
  public boolean isEmptyFrom(int index) {
    return last.isEmpty() ? cells.isEmptyFrom(index) : index >= size();
  }

  @Override
  public String remark() {
    return remark;
  }
}
