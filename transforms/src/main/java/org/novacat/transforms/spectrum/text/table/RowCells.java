package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import org.novacat.transforms.text.Cells;

/**
 * Cuts a line into the cells of a row. Numbers that Fortran wrote without a blank between them,
 * {@code 4000.00-1.2E-15}, are parted before the sign where the row lacks cells without that.
 */
final class RowCells {
  private final Divider divider;
  private final Cells cells;
  private List<String> texts = List.of();
  private String remark = "";

  RowCells(Divider divider) {
    this.divider = divider;
    this.cells = new Cells(divider.sign());
  }

  /** Cuts a line; what was cut before is forgotten. */
  RowCells cut(String line) {
    int at = remarkAt(line);
    remark = at < 0 ? "" : line.substring(at).strip();
    cells.cut(at < 0 ? line : line.substring(0, at).stripTrailing());
    texts = new ArrayList<>(cells.texts());
    while (texts.size() > divider.cells() && texts.get(texts.size() - 1).isEmpty()) {
      texts.remove(texts.size() - 1);
    }
    if (divider.sign() == Cells.BLANKS && texts.size() < divider.cells()) {
      part();
    }
    return this;
  }

  /** Where a remark begins behind the cells; −1 when there is none. */
  private static int remarkAt(String line) {
    int hash = line.indexOf(" #");
    int mark = line.indexOf(" !");
    int tab = line.indexOf("\t#");
    int first = hash < 0 ? mark : mark < 0 ? hash : Math.min(hash, mark);
    return first < 0 ? tab : tab < 0 ? first : Math.min(first, tab);
  }

  private void part() {
    List<String> parted = new ArrayList<>();
    for (String cell : texts) {
      int sign = NumberCells.isNumber(cell, divider.point()) ? -1 : sign(cell);
      if (sign > 0) {
        parted.add(cell.substring(0, sign));
      }
      parted.add(sign > 0 ? cell.substring(sign) : cell);
    }
    texts = parted.size() == divider.cells() ? parted : texts;
  }

  /** Where a second number begins, behind one that has a point; −1 when none does. */
  private static int sign(String cell) {
    int point = cell.indexOf('.');
    for (int i = Math.max(1, point); point >= 0 && i < cell.length(); i++) {
      boolean exponent = "eEdD".indexOf(cell.charAt(i - 1)) >= 0;
      if ("+-".indexOf(cell.charAt(i)) >= 0 && !exponent) {
        return i;
      }
    }
    return -1;
  }

  List<String> texts() {
    return texts.isEmpty() ? List.of("") : texts;
  }

  int size() {
    return texts.size();
  }

  /** What stands behind the cells, with its sign; "" when nothing does. */
  String remark() {
    return remark;
  }

  /** Whether cells are 0, 1, 2 and so on, which programs write where columns have no names. */
  boolean countsColumns() {
    for (int i = 0; i < texts.size(); i++) {
      boolean first = i == 0 && texts.get(0).isEmpty();
      if (!first && !texts.get(i).equals(Integer.toString(i))) {
        return false;
      }
    }
    return texts.size() > 1;
  }

  /** How many cells are numbers. */
  int numbers() {
    int count = 0;
    for (String cell : texts) {
      count += NumberCells.isNumber(cell, divider.point()) ? 1 : 0;
    }
    return count;
  }

  /** Whether it has the cells of a row, one of them a number at least. */
  boolean isRow() {
    return texts.size() == divider.cells() && numbers() > 0;
  }

  /** Whether it is a row in which two cells are numbers and none is a text that is none. */
  boolean isSureRow() {
    long numbers = numbers();
    return texts.size() == divider.cells() && numbers >= 2 && numbers >= texts.size() / 2;
  }
}
