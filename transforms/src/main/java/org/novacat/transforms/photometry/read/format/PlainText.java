package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;

/** Delimited text in all dialects, text in columns, and the exports of VizieR among them. */
final class PlainText {
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
    return delimited(in, head, delimiter, table -> KnownTables.recognised(table, in));
  }

  /** A text of which the delimiter is known. */
  static RawTable delimited(
      TextUpload in, TextHead head, Delimiter delimiter, UnaryOperator<RawTable> finish) {
    return TextSection.first(in, head, delimiter, finish).table();
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
