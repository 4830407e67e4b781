package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.transforms.text.Cells;

/**
 * What divides the cells of a text, and how many there are in most lines.
 *
 * @param sign the character; {@link Cells#BLANKS} for any run of blanks
 * @param cells cells in most lines
 * @param share the share of lines with about so many
 */
record Delimiter(char sign, int cells, double share) {
  /** Lines that agree on their number of cells, so that the sign can be believed. */
  private static final double AGREEMENT = 0.6;

  /**
   * The likeliest of the beginning of a text. Remarks behind rows and blanks in the last cells do
   * not count as cells where rows agree without them, and the header says so.
   */
  static Delimiter of(TextHead head) {
    Delimiter whole = of(head.lines());
    Delimiter named = whole.sign == Cells.BLANKS ? HeaderLine.named(head) : null;
    if (named == null || named.share < whole.share) {
      return whole;
    }
    return named.share > whole.share || named.cells < whole.cells ? named : whole;
  }

  /** The likeliest of a sample of lines, blanks when no other sign will do. */
  private static Delimiter of(List<TextHead.Line> lines) {
    Delimiter best = counted(lines, Cells.BLANKS);
    boolean marked = false;
    for (char sign : new char[] {'\t', ';', '|', ','}) {
      Delimiter candidate = counted(lines, sign);
      boolean decimal = sign == ',' && best.isTable() && commasAreDecimal(lines);
      if (candidate.isTable() && !decimal && (!marked || candidate.cells > best.cells)) {
        best = candidate;
        marked = true;
      }
    }
    return best;
  }

  /** Whether lines agree on a number of cells above one. */
  boolean isTable() {
    return cells > 1 && share >= AGREEMENT;
  }

  static Delimiter counted(List<TextHead.Line> lines, char sign) {
    if (sign != Cells.BLANKS && lines.stream().noneMatch(line -> line.text().indexOf(sign) >= 0)) {
      return new Delimiter(sign, 1, 0);
    }
    TreeMap<Integer, Integer> counts = counts(lines, sign);
    int most =
        counts.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0);
    // One cell may be missing at the end of a row, or a remark may have more.
    boolean blanks = sign == Cells.BLANKS;
    int least = blanks ? most : Math.max(2, most - 1);
    int greatest = blanks ? most : Integer.MAX_VALUE;
    int agree =
        counts.subMap(least, true, greatest, true).values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    return new Delimiter(sign, most, lines.isEmpty() ? 0 : agree / (double) lines.size());
  }

  /** How many lines have how many cells. */
  private static TreeMap<Integer, Integer> counts(List<TextHead.Line> lines, char sign) {
    Cells cells = new Cells(sign);
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    int alike = 0;
    int last = 0;
    for (TextHead.Line line : lines) {
      boolean one = sign != Cells.BLANKS && line.text().indexOf(sign) < 0;
      int size = one ? 1 : cells.cut(line.text()).size();
      if (alike > 0 && size != last) {
        counts.merge(last, alike, Integer::sum);
        alike = 0;
      }
      last = size;
      alike++;
    }
    if (alike > 0) {
      counts.merge(last, alike, Integer::sum);
    }
    return counts;
  }

  /** Whether every comma stands between two figures, so that another sign divides the cells. */
  private static boolean commasAreDecimal(List<TextHead.Line> lines) {
    for (TextHead.Line line : lines) {
      String text = line.text();
      for (int i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) {
        boolean between =
            i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
        if (!between) {
          return false;
        }
      }
    }
    return true;
  }
}
