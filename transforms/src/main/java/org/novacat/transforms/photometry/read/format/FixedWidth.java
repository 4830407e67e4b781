package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;

/**
 * Text whose cells stand at fixed places, with blanks where a value is missing: a column is what
 * lies between places that are blank in every line.
 */
final class FixedWidth {
  /** Fewer lines do not show where columns are. */
  private static final int LEAST_LINES = 3;

  private FixedWidth() {}

  /** Null when the lines have no common blanks. */
  static @Nullable RawTable open(TextUpload in, TextHead head) {
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
    return new RawTable(
        "fixed-width",
        named ? names : HeaderLine.unnamed(fields.size()),
        false,
        head.facts().facts(),
        Conventions.NONE,
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
