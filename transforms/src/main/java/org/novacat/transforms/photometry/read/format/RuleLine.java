package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import org.novacat.transforms.text.TextLines;

/**
 * Lines of dashes that are drawn, not data: below a header, one over all columns or one over each
 * ({@code --- -----}), with the bars and corners of tables ({@code |:---|---:|}, {@code +---+}), or
 * of equal signs.
 */
final class RuleLine {
  /** Shorter runs of dashes may be cells without a value. */
  private static final int LEAST = 3;

  private RuleLine() {}

  /** Whether a line is one, wherever it stands. */
  static boolean is(TextLines line) {
    int first = line.first();
    boolean drawn = first == '-' || first == '=' || first == '+' || first == '|' || first == ':';
    return drawn && is(line.text());
  }

  private static boolean is(String line) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '-' || c == '=') {
        longest = Math.max(longest, ++run);
      } else if ("+|: \t".indexOf(c) >= 0) {
        run = 0;
      } else {
        return false;
      }
    }
    return longest >= LEAST;
  }

  /** Whether a cell of a line below the names of columns is drawn: dashes, however many. */
  static boolean isDrawn(String cell) {
    return cell.matches(":?(-+|=+):?");
  }

  /** Where the columns are that each have a run of dashes of their own. */
  static List<FixedCursor.Field> fields(String rule) {
    List<FixedCursor.Field> fields = new ArrayList<>();
    int at = 0;
    while (at < rule.length()) {
      int from = at;
      while (at < rule.length() && rule.charAt(at) > ' ') {
        at++;
      }
      if (at > from) {
        fields.add(new FixedCursor.Field(from, at, ""));
      }
      at++;
    }
    return fields;
  }
}
