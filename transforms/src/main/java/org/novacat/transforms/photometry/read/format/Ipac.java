package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.Numbers;

/**
 * Tables of IPAC: keywords behind a backslash, header lines between bars, cells below the bars
 * (IPAC Table Format, IRSA).
 */
final class Ipac {
  private Ipac() {}

  /** Null when the file has no such header. */
  static @Nullable RawTable open(TextUpload in) {
    String head = in.head();
    if (!head.startsWith("\\") && !head.startsWith("|")) {
      return null;
    }
    List<TextHead.Line> bars = new ArrayList<>();
    FactWords facts = new FactWords();
    TextHead lines = TextHead.of(in);
    for (TextHead.Line line : lines.lines()) {
      if (line.text().startsWith("|")) {
        bars.add(line);
      } else if (line.text().startsWith("\\")) {
        facts.line(line.text().substring(1));
      }
    }
    boolean other =
        bars.isEmpty() || !lines.rules().isEmpty() || (bars.size() > 1 && isRow(bars.get(1)));
    return other ? null : table(in, bars, facts.facts());
  }

  /** Below the names stand types; bars around numbers divide the cells of another table. */
  private static boolean isRow(TextHead.Line line) {
    return new Cells('|').cut(line.text()).texts().stream().anyMatch(Numbers::isNumber);
  }

  private static RawTable table(TextUpload in, List<TextHead.Line> bars, ColumnFacts facts) {
    String names = bars.get(0).text();
    List<UploadColumn> columns = new ArrayList<>();
    List<FixedCursor.Field> fields = new ArrayList<>();
    for (int from = 0, to; (to = names.indexOf('|', from + 1)) > 0; from = to) {
      String unit = bars.size() > 2 ? between(bars.get(2).text(), from, to) : "";
      String nulls = bars.size() > 3 ? between(bars.get(3).text(), from, to) : "";
      columns.add(UploadColumn.named(between(names, from, to)).withUnit(unit));
      fields.add(new FixedCursor.Field(from, to, nulls));
    }
    int last = bars.get(bars.size() - 1).number();
    return KnownTables.recognised(
        RawTable.of(
            "ipac",
            columns,
            facts,
            () -> new FixedCursor(in.text(), fields, last, line -> line.first() != '\\')),
        in);
  }

  private static String between(String line, int from, int to) {
    return from + 1 >= line.length()
        ? ""
        : line.substring(from + 1, Math.min(to, line.length())).strip();
  }
}
