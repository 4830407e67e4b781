package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.TextLines;

/**
 * Lines of a delimited text under one header and one set of facts. A second header ends it, and so
 * does a comment or a line that says another object, filter or the like: what it says holds from
 * there on.
 *
 * @param in the text
 * @param from before its first line
 * @param sign divides its cells
 * @param header its columns, and where they end
 * @param facts what holds for its rows
 * @param goesOn whether the section above it has the same header
 * @param finish what the format makes of the table of any section
 */
record TextSection(
    TextUpload in,
    TextLines from,
    char sign,
    HeaderLine header,
    ColumnFacts facts,
    boolean goesOn,
    UnaryOperator<RawTable> finish) {

  /** The first section of a text. */
  static TextSection first(
      TextUpload in, TextHead head, Delimiter delimiter, UnaryOperator<RawTable> finish) {
    HeaderLine header = HeaderLine.of(head, delimiter).described(head);
    ColumnFacts facts =
        head.facts(header, delimiter.sign(), new BetweenRows(in.settings().bands()));
    return new TextSection(
        in, new TextLines(in.text()), delimiter.sign(), header, facts, false, finish);
  }

  RawTable table() {
    return finish.apply(
        new RawTable(
            format(),
            header.columns(),
            sign == Cells.BLANKS,
            facts,
            Conventions.NONE,
            () -> new TextCursor(this)));
  }

  private String format() {
    return header.underlined() && sign != Cells.BLANKS && !header.isInBars()
        ? "vizier-tsv"
        : switch (sign) {
          case ',' -> "csv";
          case '\t' -> "tsv";
          case Cells.BLANKS -> "whitespace";
          default -> "delimited";
        };
  }

  /** The section that a line below the header begins; null when it begins none. */
  @Nullable TextSection begunBy(TextLines line, boolean comment) {
    boolean numbers = cells(line.text()).hasNumber();
    String text = comment ? TextHead.stripped(line.text()) : line.text();
    BetweenRows between = new BetweenRows(in.settings().bands());
    Map<String, String> said =
        comment || isAlone(text) ? between.said(text, comment, facts) : Map.of();
    if (!said.isEmpty() && !(isWords(said) && isHeader(text, numbers, comment, between))) {
      HeaderLine same = new HeaderLine(header.columns(), line.number(), header.underlined());
      return new TextSection(in, line.before(), sign, same, facts.changed(said), true, finish);
    }
    boolean dashed = !numbers && !comment && HeaderLine.isDashed(line, sign);
    return dashed || isHeader(text, numbers, comment, between) ? below(line.before()) : null;
  }

  /** Whether nothing is said but words that could be about anything. */
  private static boolean isWords(Map<String, String> said) {
    return said.keySet().equals(Set.of(ColumnFacts.TEXT));
  }

  /** Whether a text is another header; a comment that is the same one again begins nothing. */
  private boolean isHeader(String text, boolean numbers, boolean comment, BetweenRows between) {
    if (numbers) {
      return false;
    }
    List<UploadColumn> names = HeaderLine.names(cells(text));
    boolean fact = !FactWords.said(text).isEmpty() || !between.alone(text).isEmpty();
    return !fact
        && between.isHeader(names, comment, header.columns())
        && !(comment && names.equals(header.columns()));
  }

  /** Whether nothing stands above it. */
  boolean isFirst() {
    return from.number() == 0;
  }

  /** Whether a line is the header once more, and not underlined, so that nothing begins. */
  boolean isRepeatedBy(TextLines line) {
    Cells cells = cells(line.text());
    return !cells.hasNumber()
        && header.columns().equals(HeaderLine.names(cells))
        && !HeaderLine.isDashed(line, sign);
  }

  /** Whether a line has one cell, as rows have not. */
  private boolean isAlone(String text) {
    return sign == Cells.BLANKS
        ? cells(text).size() < header.columns().size()
        : cells(text).isEmptyFrom(1);
  }

  private Cells cells(String text) {
    return new Cells(sign).cut(text);
  }

  private TextSection below(TextLines at) {
    TextHead head = TextHead.of(at.copy(), in.held());
    TextLines first = at.copy();
    first.next();
    String names = TextHead.stripped(first.text());
    Delimiter delimiter = new Delimiter(sign, cells(names).size(), 1);
    HeaderLine below = HeaderLine.of(head, delimiter).described(head).behind(first.number());
    ColumnFacts changed =
        facts.changed(head.facts(below, sign, new BetweenRows(in.settings().bands())).values());
    return new TextSection(in, at, sign, below, changed, false, finish);
  }
}
