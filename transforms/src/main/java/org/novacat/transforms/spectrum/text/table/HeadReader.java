package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.fact.FactKeys;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.Cells;

/**
 * What stands above the first row: names and units of columns, in a line of their own or in a
 * remark, remarks that describe one column each, names with values, and prose.
 */
class HeadReader {
  /** {@code Column 1: wavelength [A]}, {@code 1) wavelength}, {@code Col. 2 = flux}. */
  private static final Pattern ONE_COLUMN =
      Pattern.compile("(?i)(?:col(?:umn)?\\.?\\s*#?\\s*)?(\\d{1,3})\\s*[:=.)-]\\s*(\\S.*)");

  private final Divider divider;
  private final int columns;
  final List<TextLine> header = new ArrayList<>();
  final List<Directive> directives = new ArrayList<>();
  final List<TextLine> prose = new ArrayList<>();
  final List<TextLine> rejected = new ArrayList<>();
  @Nullable TextLine misfit;
  List<TextColumn> names;
  int comments;
  int headers;
  int blanks;

  HeadReader(Divider divider) {
    this.divider = divider;
    this.columns = divider.cells();
    this.names = Collections.nCopies(columns, TextColumn.labelled(""));
  }

  /** Reads the lines above the first row. */
  HeadReader read(List<TextLine> lines) {
    int at = namesAt(lines);
    for (int i = 0; i < lines.size(); i++) {
      count(lines.get(i));
      if (i == at) {
        name(lines.get(i));
      } else if (at >= 0 && i > at && isUnits(lines.get(i))) {
        units(lines.get(i));
      } else if (!lines.get(i).isBlank()) {
        said(lines.get(i));
      }
    }
    if (at < 0) {
      describe();
    }
    return this;
  }

  /** Counts a line for what it is. */
  final void count(TextLine line) {
    boolean comment = line.remark() >= 0;
    blanks += line.isBlank() ? 1 : 0;
    comments += comment ? 1 : 0;
    headers += !comment && !line.isBlank() && !isRejected(line) ? 1 : 0;
  }

  /** A line that begins as a row does and is none. */
  final boolean isRejected(TextLine line) {
    if (line.remark() >= 0 || line.isBlank()) {
      return false;
    }
    RowCells row = new RowCells(divider).cut(line.text());
    String first = row.texts().get(0);
    boolean several = row.size() > 1 || first.indexOf('.') >= 0;
    return several && !row.countsColumns() && NumberCells.isNumber(first, divider.point());
  }

  /**
   * The last line whose names are known, else the last line of units, else the last that may be a
   * header; −1 when there is none.
   */
  private int namesAt(List<TextLine> lines) {
    int units = -1;
    int bare = -1;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Sign sign = sign(lines.get(i));
      if (sign == Sign.NAMES) {
        return i;
      }
      units = sign == Sign.UNITS ? i : units;
      bare = sign == Sign.PERHAPS && bare < 0 ? i : bare;
    }
    return units >= 0 ? units : bare;
  }

  private enum Sign {
    NAMES,
    UNITS,
    PERHAPS,
    NONE
  }

  /** What a line may be. */
  private Sign sign(TextLine line) {
    if (line.isBlank() || isRejected(line)) {
      return Sign.NONE;
    }
    List<String> labels = labels(line);
    boolean sure = Labels.areSure(Labels.columns(labels));
    boolean pair = isPair(Directive.of(line.number(), line.said()), sure);
    if (pair || (!sure && Labels.areUnits(labels))) {
      return Sign.NONE;
    }
    if (labels.size() != columns) {
      misfit = misfit == null && sure ? line : misfit;
      return Sign.NONE;
    }
    if (sure) {
      return isUnits(line) ? Sign.UNITS : Sign.NAMES;
    }
    return line.remark() < 0 && isBareHeader(labels) ? Sign.PERHAPS : Sign.NONE;
  }

  private static boolean isPair(@Nullable Directive directive, boolean sure) {
    return directive != null && (!sure || FactKeys.of(directive.plain()) != null);
  }

  /** Whether a line that is no remark may be a header with names that nobody knows. */
  private boolean isBareHeader(List<String> labels) {
    boolean numbers =
        labels.stream().anyMatch(label -> NumberCells.isNumber(label, divider.point()));
    boolean blanks = divider.sign() == Cells.BLANKS;
    boolean known = Labels.known(Labels.columns(labels)) > 0;
    // Two words of a title are two cells where blanks divide them.
    return !numbers
        && (known || !blanks)
        && labels.stream().anyMatch(label -> label.chars().anyMatch(Character::isLetter));
  }

  private List<String> labels(TextLine line) {
    return Labels.of(line.said(), divider, columns);
  }

  /** Takes the last of some lines for the names of columns. */
  final void name(List<TextLine> lines) {
    int at = namesAt(lines);
    if (at >= 0) {
      name(lines.get(at));
    }
  }

  private void name(TextLine line) {
    header.add(line);
    misfit = null;
    names = Labels.columns(labels(line));
  }

  private boolean isUnits(TextLine line) {
    List<String> labels = line.isBlank() ? List.of() : labels(line);
    return labels.size() == columns && Labels.areUnits(labels);
  }

  private void units(TextLine line) {
    header.add(line);
    List<String> labels = labels(line);
    List<TextColumn> with = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String unit = Labels.unit(labels.get(i));
      boolean none = unit.equals("-") || unit.equals("--") || !names.get(i).unit().isEmpty();
      with.add(none ? names.get(i) : names.get(i).withUnit(unit));
    }
    names = with;
  }

  /** Takes a line for a name with its value, or for prose. */
  final void said(TextLine line) {
    if (isRejected(line)) {
      rejected.add(line);
      return;
    }
    Directive directive = Directive.of(line.number(), line.said());
    if (directive != null && !ONE_COLUMN.matcher(line.said()).matches()) {
      directives.add(directive);
    } else {
      prose.add(line);
    }
  }

  /** Takes remarks for names where each describes one column, and all columns have one. */
  private void describe() {
    TreeMap<Integer, TextLine> found = new TreeMap<>();
    for (TextLine line : prose) {
      Matcher one = ONE_COLUMN.matcher(line.said());
      if (one.matches()) {
        found.put(Integer.parseInt(one.group(1)), line);
      }
    }
    boolean fromOne = found.containsKey(1);
    boolean all = found.size() == columns && (fromOne || found.containsKey(0));
    if (!all || found.lastKey() - found.firstKey() != columns - 1) {
      return;
    }
    names = found.values().stream().map(HeadReader::described).toList();
    header.addAll(found.values());
    prose.removeAll(found.values());
    misfit = null;
  }

  private static TextColumn described(TextLine line) {
    Matcher one = ONE_COLUMN.matcher(line.said());
    return TextColumn.labelled(one.matches() ? one.group(2) : "");
  }
}
