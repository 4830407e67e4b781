package org.novacat.transforms.photometry.read.row;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Numbers;

/**
 * Reads how far a row can be trusted (photometry specification, section 5). What the band says on
 * it, as for visual estimates, is added when the band is looked up.
 */
final class QualityReader {
  /** Magnitudes with larger errors are uncertain, those with errors above 1 poor. */
  private static final double LARGE = 0.5;

  private static final double POOR = 1;

  /**
   * The bits of catflags and of infobits that say do not use (ZTF Science Data System, sections
   * 10.3 and 10.4).
   */
  private static final long ZTF_BAD = 1L << 15 | 1L << 25;

  /**
   * The identification of the star, the comparison stars or the magnitude are uncertain (AAVSO
   * Visual File Format, comment codes).
   */
  private static final String DOUBTS = "ISZ";

  /** Other words in a column of quality leave a doubt, as numbers other than 0 do. */
  private static final Set<String> PRAISE =
      Set.of("a", "aa", "aaa", "g", "good", "ok", "n", "no", "f", "false", "gut", "bon");

  private final int comments;
  private final List<Integer> quality;
  private final int validation;
  private final boolean doubtful;
  private int flag;
  private int bits;

  QualityReader(RowPlan plan) {
    this.comments = plan.index(Role.COMMENT_CODES);
    this.quality = plan.roles().all(Role.QUALITY);
    this.validation = plan.index(Role.VALIDATION);
    this.doubtful = !plan.doubt().isEmpty();
  }

  void read(RowCursor row, Brightness brightness, boolean uncertain) {
    flag = 0;
    bits = 0;
    if (doubtful) {
      raise(1, QualityBits.UNACCOUNTED);
    }
    if (uncertain) {
      raise(1, QualityBits.UNCERTAIN);
    }
    error(brightness);
    columns(row);
  }

  private void error(Brightness brightness) {
    Double error = brightness.error();
    if (error != null && error > LARGE && brightness.quantity() == Quantity.MAGNITUDE) {
      raise(error > POOR ? 2 : 1, QualityBits.LARGE_ERROR);
    }
  }

  private void columns(RowCursor row) {
    for (int column : quality) {
      source(row.cell(column));
    }
    if (comments >= 0) {
      comments(row.cell(comments));
    }
    if (validation >= 0) {
      validation(row.cell(validation));
    }
  }

  /** 0 good, 1 uncertain, 2 poor, 3 bad. */
  int flag() {
    return flag;
  }

  int bits() {
    return bits;
  }

  /** A number that is 0 where all is well, several in a list, or a word. */
  private void source(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    for (String code : cell.indexOf(',') < 0 ? List.of(cell) : List.of(cell.split(","))) {
      double number = Numbers.parse(code.strip());
      if (number != 0 && !Double.isNaN(number)) {
        raise(((long) number & ZTF_BAD) != 0 ? 3 : 1, QualityBits.SOURCE_QUALITY);
      }
    }
    if (word.equals("b") || word.equals("bad")) {
      raise(3, QualityBits.SOURCE_QUALITY);
    } else if (isDoubt(word)) {
      raise(1, QualityBits.SOURCE_QUALITY);
    }
  }

  private static boolean isDoubt(String word) {
    return !ValueCell.isNull(word)
        && Character.isLetter(word.codePointAt(0))
        && !PRAISE.contains(word);
  }

  private void comments(String cell) {
    String codes = ValueCell.isNull(cell) ? "" : cell.toUpperCase(Locale.ROOT);
    if (codes.chars().anyMatch(code -> DOUBTS.indexOf(code) >= 0)) {
      raise(1, QualityBits.UNCERTAIN);
    }
  }

  /** U not yet validated, D discrepant (AAVSO). */
  private void validation(String cell) {
    if (cell.equals("U")) {
      raise(1, QualityBits.UNVALIDATED);
    } else if (cell.equals("D")) {
      raise(3, QualityBits.SOURCE_QUALITY);
    }
  }

  private void raise(int to, int bit) {
    flag = Math.max(flag, to);
    bits |= bit;
  }
}
