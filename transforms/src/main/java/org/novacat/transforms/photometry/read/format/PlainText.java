package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;

/** Delimited text in all dialects, text in columns, and the exports of VizieR among them. */
final class PlainText {
  /** {@code #Column HJD (F12.3) Heliocentric Julian date [ucd=time.epoch]}. */
  private static final Pattern VIZIER_COLUMN =
      Pattern.compile("#Column\\s+(\\S+)\\s+\\([^)]*\\)\\s*(.*?)\\s*\\[ucd=([^\\]]*)\\]\\s*");

  /** Blanks that divide cells do so in nearly all lines, else the cells stand at fixed places. */
  private static final double BLANKS_AGREE = 0.8;

  /** Fewer lines do not show where columns are. */
  private static final int LEAST_LINES = 3;

  private PlainText() {}

  /**
   * The table that a text is.
   *
   * @throws RefusedException when it is none
   */
  static RawTable open(TextUpload in) {
    TextHead head = TextHead.of(in);
    Delimiter delimiter = Delimiter.of(head.lines());
    if (delimiter.sign() == Cells.BLANKS && delimiter.share() < BLANKS_AGREE) {
      RawTable fixed = fixedWidth(in, head);
      if (fixed != null) {
        return KnownTables.recognised(fixed, in);
      }
    }
    if (!delimiter.isTable()) {
      throw UploadRefusedException.unrecognized(
          in.name(),
          "its lines are no rows of a table",
          "Upload a table with one measurement a line and a header that names its columns");
    }
    return KnownTables.recognised(delimited(in, head, delimiter), in);
  }

  /** A text of which the delimiter is known. */
  static RawTable delimited(TextUpload in, TextHead head, Delimiter delimiter) {
    HeaderLine header = HeaderLine.of(head, delimiter);
    boolean vizier = header.isUnderlined(head);
    return new RawTable(
        vizier ? "vizier-tsv" : format(delimiter.sign()),
        vizier ? described(header.columns(), head) : header.columns(),
        delimiter.sign() == Cells.BLANKS,
        preface(head, header).facts(),
        Conventions.NONE,
        () -> new TextCursor(in.text(), delimiter.sign(), header.lastLine()));
  }

  private static FactWords preface(TextHead head, HeaderLine header) {
    FactWords facts = head.facts();
    head.lines().stream()
        .filter(line -> line.number() < header.lastLine())
        .forEach(line -> facts.line(line.text()));
    return facts;
  }

  private static String format(char sign) {
    return switch (sign) {
      case ',' -> "csv";
      case '\t' -> "tsv";
      case Cells.BLANKS -> "whitespace";
      default -> "delimited";
    };
  }

  private static List<UploadColumn> described(List<UploadColumn> columns, TextHead head) {
    return columns.stream().map(column -> described(column, head)).toList();
  }

  private static UploadColumn described(UploadColumn column, TextHead head) {
    Matcher found = description(column.name(), head);
    return found == null
        ? column
        : new UploadColumn(column.name(), column.unit(), found.group(3), found.group(2));
  }

  private static @Nullable Matcher description(String name, TextHead head) {
    for (TextHead.Line comment : head.comments()) {
      Matcher matcher = VIZIER_COLUMN.matcher(comment.text());
      if (matcher.matches() && matcher.group(1).equals(name)) {
        return matcher;
      }
    }
    return null;
  }

  /**
   * Text whose cells stand at fixed places, with blanks where a value is missing: a column is what
   * lies between places that are blank in every line. Null when the lines have no common blanks.
   */
  private static @Nullable RawTable fixedWidth(TextUpload in, TextHead head) {
    List<TextHead.Line> lines = head.lines();
    List<FixedCursor.Field> fields = fields(lines);
    if (lines.size() < LEAST_LINES || fields.size() < 2) {
      return null;
    }
    FixedCursor.Field last = fields.remove(fields.size() - 1);
    fields.add(new FixedCursor.Field(last.from(), Integer.MAX_VALUE - 8, ""));
    TextHead.Line first = lines.get(0);
    List<UploadColumn> names = new ArrayList<>();
    fields.forEach(field -> names.add(UploadColumn.named(field.of(first.text()))));
    boolean named = Synonyms.nameATime(names);
    int headLines = named ? first.number() : 0;
    return RawTable.of(
        "fixed-width",
        named ? names : HeaderLine.unnamed(fields.size()),
        head.facts().facts(),
        () -> new FixedCursor(in.text(), fields, headLines, line -> !TextCursor.isComment(line)));
  }

  private static List<FixedCursor.Field> fields(List<TextHead.Line> lines) {
    BitSet inked = new BitSet();
    for (TextHead.Line line : lines) {
      for (int i = 0; i < line.text().length(); i++) {
        if (line.text().charAt(i) > ' ') {
          inked.set(i);
        }
      }
    }
    List<FixedCursor.Field> fields = new ArrayList<>();
    for (int from = inked.nextSetBit(0); from >= 0; ) {
      int to = inked.nextClearBit(from);
      fields.add(new FixedCursor.Field(from, to, ""));
      from = inked.nextSetBit(to);
    }
    return fields;
  }
}
