package org.novacat.transforms.spectrum.text.table;

import java.util.Locale;
import java.util.Set;
import org.novacat.transforms.text.Numbers;

/** Tells numbers, words for no number, and other texts in cells apart. */
final class NumberCells {
  private static final Set<String> NULLS =
      Set.of("", "nan", "null", "none", "n/a", "na", "-", "--", "---", "...", "indef", "masked");

  private static final Set<String> INFINITE =
      Set.of("inf", "+inf", "-inf", "infinity", "-infinity");

  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n");

  private NumberCells() {}

  /** Whether a cell says that there is no number. */
  static boolean isNull(String cell) {
    return cell.length() <= 9
        && (cell.isEmpty()
            || NULLS.contains(cell.toLowerCase(Locale.ROOT))
            || INFINITE.contains(cell.toLowerCase(Locale.ROOT)));
  }

  /** Whether a cell is a number in this notation. */
  static boolean isNumber(String cell, char point) {
    return !Double.isNaN(Numbers.parse(cell, point));
  }

  /** A truth value as 1 or 0; NaN when a cell is none. */
  static double truth(String cell) {
    String small = cell.toLowerCase(Locale.ROOT);
    return TRUE.contains(small) ? 1 : FALSE.contains(small) ? 0 : Double.NaN;
  }
}
