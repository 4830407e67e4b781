package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;

/**
 * Lines above the header that have fewer cells than it, such as a title, or names with their values
 * in two cells ({@code Variable<tab>V1405 Cas}), of which a short table may have more than rows.
 */
final class Preface {
  /** Names of fewer columns may be a line of the preface. */
  private static final int LEAST = 3;

  private Preface() {}

  /** Null when no header stands below such lines. */
  static @Nullable RawTable open(TextUpload in, TextHead head) {
    List<TextHead.Line> lines = head.lines();
    for (char sign : new char[] {'\t', ',', ';'}) {
      int header = header(lines, new Cells(sign), sign);
      if (header > 0) {
        int cells = new Cells(sign).cut(lines.get(header).text()).size();
        return PlainText.delimited(
            in,
            new TextHead(
                said(in, head, header, sign),
                lines.subList(header, lines.size()),
                head.rules(),
                head.foot()),
            new Delimiter(sign, cells, 1),
            table -> KnownTables.recognised(table, in));
      }
    }
    return null;
  }

  /** The first line of names, which has more cells than all above it and as many as the next. */
  private static int header(List<TextHead.Line> lines, Cells cells, char sign) {
    if (lines.stream().noneMatch(line -> line.text().indexOf(sign) >= 0)) {
      return 0;
    }
    int most = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).text();
      int size = cells.cut(line).size();
      boolean names = size >= LEAST && HeaderLine.isNames(HeaderLine.names(cells));
      if (names) {
        return filled(cells) > most && cells.cut(lines.get(i + 1).text()).size() == size ? i : 0;
      }
      if (!cells.isEmptyFrom(2) || isRow(line, sign)) {
        return 0;
      }
      most = Math.max(most, filled(cells));
    }
    return 0;
  }

  private static boolean isRow(String line, char sign) {
    return new HeaderLine(HeaderLine.unnamed(2), 0, false).isRowAbove(line, sign);
  }

  /** Cells that say something; programs of tables fill up lines with empty ones. */
  private static int filled(Cells cells) {
    return (int) cells.texts().stream().filter(text -> !text.isEmpty()).count();
  }

  /** The comments, with the lines of the preface among them. */
  private static List<TextHead.Line> said(TextUpload in, TextHead head, int header, char sign) {
    BetweenRows alone = new BetweenRows(in.settings().bands());
    Cells cells = new Cells(sign);
    List<TextHead.Line> all = new ArrayList<>(head.comments());
    for (TextHead.Line line : head.lines().subList(0, header)) {
      cells.cut(line.text());
      all.add(new TextHead.Line(line.number(), said(alone, cells.cell(0), cells.cell(1))));
    }
    all.sort(Comparator.comparingInt(TextHead.Line::number));
    return all;
  }

  private static String said(BetweenRows alone, String name, String value) {
    if (!value.isEmpty()) {
      return "%s: %s".formatted(name.equalsIgnoreCase("variable") ? "object" : name, value);
    }
    return alone.said(name, false, ColumnFacts.NONE).entrySet().stream()
        .filter(said -> !FactWords.isList(said.getKey()))
        .map(said -> said.getKey() + ": " + said.getValue())
        .findFirst()
        .orElse(name);
  }
}
