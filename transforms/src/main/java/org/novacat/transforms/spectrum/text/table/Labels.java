package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.unit.Units;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.text.Cells;

/** Cuts lines into names of columns, which seldom are divided as the rows below them are. */
final class Labels {
  /** Names that programs give to columns that have none. */
  private static final Pattern GENERIC =
      Pattern.compile("(?i)(?:col(?:umn)?|c|v|x|field|f|unnamed:?)?[ _]?\\d*|[xyz]");

  /** More columns no table of a spectrum has. */
  static final int MOST_COLUMNS = 1000;

  private static final Pattern LEAD =
      Pattern.compile("(?i)(?:columns?|cols|fields|format|data|names)\\s*(?:are|is)?\\s*[:=]?\\s+");

  private Labels() {}

  /**
   * The names in a text.
   *
   * @param columns how many there should be; another number is returned when no cut gives it
   */
  static List<String> of(String text, Divider rows, int columns) {
    String said = LEAD.matcher(text).lookingAt() ? LEAD.matcher(text).replaceFirst("") : text;
    List<List<String>> cuts = new ArrayList<>();
    for (char sign : new char[] {rows.sign(), '\t', ',', ';', '|'}) {
      if (sign != Cells.BLANKS && said.indexOf(sign) >= 0) {
        cuts.add(bySign(said, sign));
      }
    }
    cuts.add(List.of(said.strip().split("\\s{2,}|\t")));
    cuts.add(byBlanks(said));
    return cuts.stream()
        .filter(cut -> cut.size() == columns)
        .findFirst()
        .orElse(cuts.get(cuts.size() - 1).size() > 1 ? cuts.get(cuts.size() - 1) : cuts.get(0));
  }

  private static List<String> bySign(String text, char sign) {
    List<String> cells = new ArrayList<>(new Cells(sign).cut(text).texts());
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  /** Words between blanks outside of brackets; a bracket belongs to the word before it. */
  private static List<String> byBlanks(String text) {
    List<String> labels = new ArrayList<>();
    StringBuilder label = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(c) >= 0 ? 1 : 0;
      boolean blank = (c == ' ' || c == '\t') && depth <= 0;
      if (blank && label.length() > 0 && !opensNext(text, i)) {
        labels.add(label.toString());
        label.setLength(0);
      } else if (!blank || label.length() > 0) {
        label.append(c);
      }
    }
    if (!label.toString().isBlank()) {
      labels.add(label.toString());
    }
    return labels.stream().map(String::strip).toList();
  }

  private static boolean opensNext(String text, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i < text.length() && "([{".indexOf(text.charAt(i)) >= 0;
  }

  /** What labels say; nothing where there are more than a table may have columns. */
  static List<TextColumn> columns(List<String> labels) {
    return labels.size() > MOST_COLUMNS
        ? List.of()
        : labels.stream().map(TextColumn::labelled).toList();
  }

  /** Whether a name is one that programs give where nobody gave one. */
  static boolean isGeneric(String label) {
    return GENERIC.matcher(label.strip()).matches();
  }

  /** Whether columns are named so that one is an axis or a time, and another is something else. */
  static boolean areSure(List<TextColumn> columns) {
    boolean axis = columns.stream().anyMatch(Labels::isAxis);
    return axis
        && columns.stream().map(TextColumn::role).filter(Objects::nonNull).distinct().count() >= 2;
  }

  static long known(List<TextColumn> columns) {
    return columns.stream().filter(column -> column.role() != null).count();
  }

  private static boolean isAxis(TextColumn column) {
    ColumnRole role = column.role();
    return role == ColumnRole.WAVELENGTH
        || role == ColumnRole.LOG_WAVELENGTH
        || role == ColumnRole.OTHER_AXIS
        || role == ColumnRole.TIME
        || role == ColumnRole.FILE;
  }

  /** Whether all texts are units, or say that there is none, and one is a length. */
  static boolean areUnits(List<String> labels) {
    boolean length = false;
    for (String label : labels) {
      String unit = unit(label);
      length |= LengthUnits.is(unit);
      boolean none = unit.isEmpty() || unit.equals("-") || unit.equals("--");
      if (!none && LengthUnits.unit(unit).isEmpty() && !isWord(unit)) {
        return false;
      }
    }
    return length;
  }

  private static boolean isWord(String unit) {
    return Units.parse(unit).match(understood -> true, worded -> true, unknown -> false);
  }

  /** A unit without brackets around it. */
  static String unit(String label) {
    String text = label.strip();
    boolean brackets = text.length() > 1 && "([".indexOf(text.charAt(0)) >= 0;
    return brackets ? text.substring(1, text.length() - 1).strip() : text;
  }
}
