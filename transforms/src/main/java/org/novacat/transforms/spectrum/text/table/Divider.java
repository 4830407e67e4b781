package org.novacat.transforms.spectrum.text.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.Cells;

/**
 * How the rows of a text are written.
 *
 * @param sign what divides cells; {@link Cells#BLANKS} for blanks and tabs
 * @param point the decimal mark
 * @param cells how many a row has, empty ones at the ends of all rows left out
 */
record Divider(char sign, char point, int cells) {
  private static final int SAMPLE = 300;

  /** Rows that agree with each other, of all that look like rows. */
  private static final double AGREEMENT = 0.5;

  /** Signs with the decimal marks that may go with them, the likelier first. */
  private static final String[] CANDIDATES = {
    "\t.", ";.", "|.", ",.", " .", "\t,", ";,", "|,", " ,"
  };

  /** The likeliest; null when lines are no rows of numbers. */
  static @Nullable Divider of(List<TextLine> lines) {
    List<TextLine> sample =
        lines.stream().filter(line -> begins(line.text())).limit(SAMPLE).toList();
    Divider best = null;
    double most = 0;
    for (String candidate : CANDIDATES) {
      Counted counted = counted(sample, candidate.charAt(0), candidate.charAt(1));
      if (counted.score > most) {
        most = counted.score;
        best = new Divider(candidate.charAt(0), candidate.charAt(1), counted.cells);
      }
    }
    return best == null || most < AGREEMENT * sample.size() ? null : best;
  }

  /** Whether a line may be a row: it begins as a number does. */
  private static boolean begins(String text) {
    String line = text.stripLeading();
    if (line.isEmpty()) {
      return false;
    }
    char c = line.charAt(0) == '"' && line.length() > 1 ? line.charAt(1) : line.charAt(0);
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '|';
  }

  private record Counted(int cells, double score) {}

  /** The commonest number of cells, and how many cells of such rows are numbers, in rows. */
  private static Counted counted(List<TextLine> sample, char sign, char point) {
    Cells cells = new Cells(sign);
    TreeMap<Integer, double[]> bySize = new TreeMap<>();
    for (TextLine line : sample) {
      cells.cut(line.text());
      int size = size(cells);
      int numbers = numbers(cells, point);
      if (numbers >= 2) {
        double[] sums = bySize.computeIfAbsent(size, none -> new double[1]);
        sums[0] += (numbers + nulls(cells, size)) / (double) size;
      }
    }
    return bySize.entrySet().stream()
        .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a[0], b[0])))
        .map(entry -> new Counted(entry.getKey(), entry.getValue()[0]))
        .orElse(new Counted(0, 0));
  }

  /** Cells without empty ones behind the last that says something. */
  static int size(Cells cells) {
    int size = cells.size();
    while (size > 0 && cells.cell(size - 1).isEmpty()) {
      size--;
    }
    return size;
  }

  private static int numbers(Cells cells, char point) {
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      count += NumberCells.isNumber(cells.cell(i), point) ? 1 : 0;
    }
    return count;
  }

  private static int nulls(Cells cells, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += NumberCells.isNull(cells.cell(i)) ? 1 : 0;
    }
    return count;
  }

  /** For people. */
  String words() {
    String name =
        switch (sign) {
          case '\t' -> "tab";
          case ' ' -> "blanks";
          case ',' -> "comma";
          case ';' -> "semicolon";
          default -> "bar";
        };
    return point == ',' ? name + ", decimal comma" : name;
  }
}
