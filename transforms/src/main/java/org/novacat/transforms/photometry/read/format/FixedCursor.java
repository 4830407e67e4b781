package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/**
 * Walks the data lines of a text whose cells stand at fixed places. Ink between the places says
 * that a line is not as its description: if a cell that is too long has moved all that follow, and
 * moving the places with them leaves no ink between them, the line is read so; else it has one cell
 * too many, as a ragged line of other formats has.
 */
final class FixedCursor implements RowCursor {
  /** Cells longer by more than this have more wrong with them. */
  private static final int MOST_SHIFT = 3;

  private final TextLines lines;
  private final List<Field> fields;
  private final int headLines;
  private final Predicate<TextLines> data;
  private final @Nullable FixedSection section;
  private final FactWords between = new FactWords();
  private @Nullable RawTable rest;
  private LineTally passed = LineTally.NONE;
  private String raw = "";
  private int moved;
  private int by;
  private boolean ragged;

  /**
   * @param headLines lines at the beginning that are no data
   * @param data tells data from comments behind them
   */
  FixedCursor(SourceText text, List<Field> fields, int headLines, Predicate<TextLines> data) {
    this.lines = new TextLines(text);
    this.fields = List.copyOf(fields);
    this.headLines = headLines;
    this.data = data;
    this.section = null;
  }

  /** The rows of one of several sections. */
  FixedCursor(FixedSection section) {
    this.lines = section.from().copy();
    this.fields = section.fields();
    this.headLines = section.lastLine();
    this.data = line -> !TextCursor.isComment(line) && !RuleLine.is(line);
    this.section = section;
  }

  /**
   * Where a cell stands.
   *
   * @param from first character, from 0
   * @param to behind the last character
   * @param nulls what stands for no value; "" when only blanks do
   */
  record Field(int from, int to, String nulls) {
    String of(String line) {
      return of(line, 0, 0);
    }

    private String of(String line, int later, int longer) {
      int begin = from + later;
      int end = Math.min(to + later + longer, line.length());
      if (begin < 0 || begin >= end) {
        return "";
      }
      String cell = line.substring(begin, end).strip();
      return cell.equals(nulls) ? "" : cell;
    }
  }

  @Override
  public boolean next() {
    while (rest == null && lines.next()) {
      if (!isPassed() && !endsSection()) {
        raw = lines.text();
        align();
        return true;
      }
    }
    return false;
  }

  private boolean isPassed() {
    boolean comment = TextCursor.isComment(lines);
    if (lines.isBlank()) {
      passed = passed.andBlank();
    } else if (lines.number() <= headLines) {
      passed = comment ? passed.andComment() : passed.andHeader();
    } else if (!data.test(lines)) {
      if (!comment || !endsSection()) {
        passed = passed.andComment();
        pass();
      }
    } else {
      return false;
    }
    return true;
  }

  /** Comments above the first rows of all are in the head. */
  private void pass() {
    if (section != null && (!raw.isEmpty() || !section.isFirst())) {
      between.pairs(TextHead.stripped(lines.text()), false);
    }
  }

  /** Whether another section begins at this line, or the same header stands there once more. */
  private boolean endsSection() {
    boolean comment = TextCursor.isComment(lines);
    boolean above = section == null || (raw.isEmpty() && section.isFirst());
    if (above || section == null || (!comment && section.isPlainRow(lines))) {
      return false;
    }
    if (!comment && section.isRepeatedBy(lines)) {
      passed = passed.andHeader();
      return true;
    }
    rest = section.begunBy(lines, comment);
    return rest != null;
  }

  @Override
  public @Nullable RawTable rest() {
    return rest;
  }

  @Override
  public String unread() {
    return between.facts().get(ColumnFacts.UNREAD);
  }

  @Override
  public LineTally passed() {
    return passed;
  }

  private void align() {
    moved = fields.size();
    by = 0;
    ragged = !fits();
    for (int field = 0; ragged && field < fields.size(); field++) {
      for (int shift = 1; ragged && shift <= MOST_SHIFT; shift++) {
        moved = field;
        by = shift;
        ragged = !fits();
      }
    }
  }

  /** Whether all ink lies inside the places, and the cell that is longer fills what it took. */
  private boolean fits() {
    int covered = 0;
    int longer = moved < fields.size() ? fields.get(moved).to : 0;
    for (int i = longer; i < longer + by; i++) {
      if (!isInked(i, i + 1)) {
        return false;
      }
    }
    for (int i = 0; i < fields.size(); i++) {
      int from = fields.get(i).from + (i > moved ? by : 0);
      if (isInked(covered, from)) {
        return false;
      }
      covered = Math.max(covered, fields.get(i).to + (i >= moved ? by : 0));
    }
    return !isInked(covered, raw.length());
  }

  private boolean isInked(int from, int to) {
    for (int i = from; i < Math.min(to, raw.length()); i++) {
      if (raw.charAt(i) > ' ') {
        return true;
      }
    }
    return false;
  }

  @Override
  public int sourceRow() {
    return lines.number();
  }

  @Override
  public int size() {
    return fields.size() + (ragged ? 1 : 0);
  }

  @Override
  public String cell(int index) {
    if (index >= fields.size()) {
      return ragged ? raw : "";
    }
    return fields.get(index).of(raw, index > moved ? by : 0, index == moved ? by : 0);
  }

  @Override
  public String raw() {
    return raw;
  }
}
