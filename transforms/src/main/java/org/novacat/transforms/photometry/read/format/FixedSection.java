package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.TextLines;

/**
 * Lines of a text whose cells stand at fixed places, under one header and one set of facts; as with
 * {@link TextSection} a second header ends it, and a line that says another object, filter or the
 * like.
 *
 * @param in the text
 * @param from before its first line
 * @param fields where its cells stand
 * @param names its columns
 * @param lastLine the last line of its header; 0 when the rows begin at once
 * @param facts what holds for its rows
 * @param finish what the format makes of the table of any section
 */
record FixedSection(
    TextUpload in,
    TextLines from,
    List<FixedCursor.Field> fields,
    List<UploadColumn> names,
    int lastLine,
    ColumnFacts facts,
    UnaryOperator<RawTable> finish) {
  FixedSection {
    fields = List.copyOf(fields);
    names = List.copyOf(names);
  }

  RawTable table() {
    return finish.apply(
        new RawTable(
            "fixed-width", names, false, facts, Conventions.NONE, () -> new FixedCursor(this)));
  }

  /** Whether nothing stands above it. */
  boolean isFirst() {
    return from.number() == 0;
  }

  /** Whether a line that is no comment can be nothing but a row. */
  boolean isPlainRow(TextLines line) {
    return new Cells(Cells.BLANKS).cut(line.text()).hasNumber() && !line.mayBePair();
  }

  /** Whether a line is the header once more. */
  boolean isRepeatedBy(TextLines line) {
    return names.equals(named(line.text()));
  }

  /** The table that begins at a line below the header; null when none does. */
  @Nullable RawTable begunBy(TextLines line, boolean comment) {
    String text = comment ? TextHead.stripped(line.text()) : line.text();
    BetweenRows between = new BetweenRows(in.settings().bands());
    Map<String, String> said =
        comment || isAlone(text) ? between.said(text, comment, facts) : Map.of();
    if (!said.isEmpty()) {
      return below(line, names, facts.changed(said)).table();
    }
    List<UploadColumn> others = named(text);
    if (!comment && between.isHeader(others, false, names)) {
      return below(line, others, facts).table();
    }
    TextSection elsewhere = divided().begunBy(line, comment);
    return elsewhere == null ? null : elsewhere.table();
  }

  /** The same lines with blanks between their cells, which need not stand where these do. */
  private TextSection divided() {
    HeaderLine header = new HeaderLine(names, lastLine, false);
    return new TextSection(in, from, Cells.BLANKS, header, facts, false, finish);
  }

  private FixedSection below(TextLines line, List<UploadColumn> columns, ColumnFacts now) {
    return new FixedSection(in, line.before(), fields, columns, line.number(), now, finish);
  }

  private List<UploadColumn> named(String text) {
    return fields.stream().map(field -> UploadColumn.named(field.of(text))).toList();
  }

  /** Whether a line has fewer words than a row has cells. */
  private boolean isAlone(String text) {
    return new Cells(Cells.BLANKS).cut(text).size() < names.size();
  }
}
