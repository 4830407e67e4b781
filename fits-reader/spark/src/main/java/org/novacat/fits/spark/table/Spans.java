package org.novacat.fits.spark.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novacat.fits.data.Column;

/**
 * Which bytes of each row are read. Columns that lie near each other are read together with what is
 * between them; only where the gaps are wide does it pay to skip them, row by row. All rows are
 * then packed: the spans of one follow each other without gaps.
 *
 * @param spans in the order of the row, without overlap
 * @param packed bytes of one packed row
 * @param contiguous whether the spans cover whole rows, so that many rows are one read
 */
record Spans(List<Span> spans, int packed, boolean contiguous) {
  /** Below this a gap is read and thrown away: another request would cost more. */
  static final int GAP = 64 << 10;

  /** A piece of a row. */
  record Span(int offset, int length) {
    int end() {
      return offset + length;
    }
  }

  /** For these columns of rows of this length. */
  static Spans of(List<Column> columns, int rowLength) {
    List<Span> spans = new ArrayList<>();
    columns.stream()
        .filter(column -> column.width() > 0)
        .sorted(Comparator.comparingInt(Column::offset))
        .forEach(column -> add(spans, column));
    if (spans.isEmpty()) {
      return new Spans(List.of(), 0, false);
    }
    Span last = spans.get(spans.size() - 1);
    boolean near = spans.size() == 1 && rowLength - last.end() + last.offset() < GAP;
    return near
        ? new Spans(List.of(new Span(0, rowLength)), rowLength, true)
        : new Spans(List.copyOf(spans), spans.stream().mapToInt(Span::length).sum(), false);
  }

  private static void add(List<Span> spans, Column column) {
    Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && column.offset() - last.end() < GAP) {
      int end = Math.max(last.end(), column.offset() + column.width());
      spans.set(spans.size() - 1, new Span(last.offset(), end - last.offset()));
    } else {
      spans.add(new Span(column.offset(), column.width()));
    }
  }

  /** Where a column that was asked for begins in a packed row. */
  int offsetOf(Column column) {
    int before = 0;
    for (Span span : spans) {
      if (column.offset() < span.end()) {
        return before + column.offset() - span.offset();
      }
      before += span.length();
    }
    return 0;
  }
}
