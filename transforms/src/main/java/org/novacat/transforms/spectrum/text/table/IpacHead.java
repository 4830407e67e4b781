package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.Cells;

/**
 * The head of a table of IPAC: names and values behind a backslash, then lines of names, types,
 * units and nulls between bars (IPAC Table Format, IRSA).
 */
final class IpacHead extends HeadReader {
  private IpacHead(Divider divider) {
    super(divider);
  }

  /** Null when the file is none. */
  static @Nullable IpacHead of(TextInput in, Divider divider) {
    boolean head = in.head().startsWith("\\") || in.head().startsWith("|");
    boolean bars = in.lines().stream().limit(1000).anyMatch(line -> line.text().startsWith("|"));
    return head && bars && divider.sign() == Cells.BLANKS ? new IpacHead(divider) : null;
  }

  @Override
  HeadReader read(List<TextLine> lines) {
    List<TextLine> bars = new ArrayList<>();
    for (TextLine line : lines) {
      count(line);
      if (line.text().startsWith("|")) {
        bars.add(line);
      } else if (!line.isBlank()) {
        said(line.text().startsWith("\\") ? behind(line) : line);
      }
    }
    header.addAll(bars);
    List<String> labels = bars.isEmpty() ? List.of() : cells(bars.get(0));
    if (labels.size() == names.size()) {
      names = columns(labels, bars.size() > 2 ? cells(bars.get(2)) : List.of());
    } else if (!bars.isEmpty()) {
      misfit = bars.get(0);
    }
    return this;
  }

  private static TextLine behind(TextLine line) {
    return new TextLine(line.number(), line.text().substring(1));
  }

  private static List<TextColumn> columns(List<String> labels, List<String> units) {
    List<TextColumn> columns = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String unit = i < units.size() ? units.get(i) : "";
      columns.add(TextColumn.declared(labels.get(i), unit, "", ""));
    }
    return columns;
  }

  /** What stands between the bars. */
  private static List<String> cells(TextLine line) {
    List<String> cells = new ArrayList<>(new Cells('|').cut(line.text().strip()).texts());
    cells.remove(0);
    if (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }
}
