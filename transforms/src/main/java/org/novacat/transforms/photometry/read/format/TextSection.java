package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;
import org.novacat.transforms.photometry.text.TextLines;

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
    ColumnFacts facts = head.facts(header, delimiter.sign());
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
    Map<String, String> said = said(line, comment);
    if (!said.isEmpty()) {
      TextLines last = line.copy();
      ColumnFacts changed = facts.changed(said).changed(saidBelow(last));
      HeaderLine same = new HeaderLine(header.columns(), last.number(), header.underlined());
      return new TextSection(in, line.before(), sign, same, changed, true, finish);
    }
    return isHeader(line, comment) ? below(line.before()) : null;
  }

  /** What the comments below a line say of the same rows; ends at the last of them. */
  private Map<String, String> saidBelow(TextLines at) {
    ColumnFacts all = ColumnFacts.NONE;
    TextLines ahead = at.copy();
    while (ahead.next() && TextCursor.isComment(ahead) && !isHeader(ahead, true)) {
      all = all.changed(FactWords.said(TextHead.stripped(ahead.text())));
      at.next();
    }
    return all.values();
  }

  /** What a line says of the rows below it that was not said yet. */
  private Map<String, String> said(TextLines line, boolean comment) {
    if (!comment && !line.mayBePair()) {
      return Map.of();
    }
    Map<String, String> said = FactWords.said(TextHead.stripped(line.text()));
    return said.equals(facts.sameKeys(said)) ? Map.of() : said;
  }

  private boolean isHeader(TextLines line, boolean comment) {
    if (line.hasNumber(sign)) {
      return false;
    }
    String text = comment ? TextHead.stripped(line.text()) : line.text();
    List<UploadColumn> names = HeaderLine.names(new Cells(sign).cut(text));
    return comment
        ? names.size() == header.columns().size()
            && HeaderLine.isNames(names)
            && !names.equals(header.columns())
        : HeaderLine.isNames(names) || HeaderLine.isDashed(line, sign);
  }

  private TextSection below(TextLines at) {
    TextHead head = TextHead.of(at.copy(), in.held());
    TextLines first = at.copy();
    first.next();
    String names = TextHead.stripped(first.text());
    Delimiter delimiter = new Delimiter(sign, new Cells(sign).cut(names).size(), 1);
    HeaderLine below = HeaderLine.of(head, delimiter).described(head);
    ColumnFacts changed = facts.changed(head.facts(below, sign).values());
    return new TextSection(in, at, sign, below, changed, false, finish);
  }
}
