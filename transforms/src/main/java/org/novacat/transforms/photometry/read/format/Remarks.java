package org.novacat.transforms.photometry.read.format;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.text.Cells;

/**
 * What stands behind the cells of a row: a remark, only where it is sure to be one. {@code V #
 * note} has one where V is a band; {@code NGC #5} has none. And where blanks divide cells, blanks
 * in the last column, when that holds text: the observer {@code John Smith}.
 *
 * @param columns how many there are
 * @param blanks whether blanks divide cells
 * @param text whether the last column holds text that may have blanks
 * @param word whether its cells are one word each
 */
record Remarks(int columns, boolean blanks, boolean text, boolean word) {
  /** Behind them and a blank begins a remark. */
  private static final List<String> SIGNS = List.of("#", "##", "!", "//");

  private static final Set<Role> TEXTS =
      EnumSet.of(
          Role.OBJECT, Role.OBSERVER, Role.TELESCOPE, Role.INSTRUMENT, Role.REFERENCE, Role.NOTES);

  private static final Set<Role> WORDS =
      EnumSet.of(Role.EPOCH, Role.VALUE, Role.FLUX, Role.BAND, Role.LIMIT);

  static Remarks of(HeaderLine header, char sign) {
    List<String> names = header.columns().stream().map(column -> column.plain()).toList();
    String last = names.isEmpty() ? "" : names.get(names.size() - 1);
    Role role = Synonyms.roleOf(last);
    return new Remarks(
        names.size(),
        sign == Cells.BLANKS,
        TEXTS.contains(role),
        WORDS.contains(role) || Synonyms.ERRORS.contains(last));
  }

  /** Whether a row has the cells of the header, whatever else behind them. */
  boolean agrees(String row) {
    Cells cells = new Cells(Cells.BLANKS).cut(row);
    int remark = begin(cells, row);
    int size = remark < 0 ? cells.size() : cells.cut(row.substring(0, remark)).size();
    return size == columns || (text && size > columns);
  }

  /** The names of columns that blanks divide, without a remark behind them. */
  static String bare(String names) {
    Cells cells = new Cells(Cells.BLANKS).cut(names);
    for (int i = 2; i < cells.size(); i++) {
      if (SIGNS.contains(cells.cell(i))) {
        return names.substring(0, cells.start(i));
      }
    }
    return names;
  }

  /** Where the remark of a row begins; -1 when it has none. */
  int begin(Cells cells, String row) {
    if (blanks) {
      return cells.size() > columns ? behind(cells) : -1;
    }
    boolean may =
        word && cells.size() >= columns && row.indexOf('#', cells.start(columns - 1)) >= 0;
    int end = cells.size() > columns ? cells.start(columns) : row.length();
    return may ? behindWord(row.substring(0, end), cells.start(columns - 1)) : -1;
  }

  /** The sign stands where a cell would be that the header does not know. */
  private int behind(Cells cells) {
    int last = text ? cells.size() - 1 : columns;
    for (int i = columns; i <= last; i++) {
      if (SIGNS.contains(cells.cell(i))) {
        return cells.start(i);
      }
    }
    return -1;
  }

  private static int behindWord(String row, int from) {
    int at = row.indexOf(" # ", from);
    String word = at < 0 ? "" : row.substring(from, at).strip();
    return word.isEmpty() || word.indexOf(' ') >= 0 || word.indexOf('"') >= 0 ? -1 : at + 1;
  }
}
