package org.novacat.transforms.spectrum.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.Cells;

/**
 * What the first lines of a text say whose rows are no rows of numbers, for they hold words too.
 */
final class HeadSigns {
  private static final int HEAD = 60;
  private static final int MOST_COLUMNS = 200;
  private static final Pattern REPORT =
      Pattern.compile("(?i)#\\s*type\\s*[=:]\\s*(?:extended|visual|aavso).*");

  private HeadSigns() {}

  /** Empty when they say nothing. */
  static Optional<TextKind> of(TextInput in) {
    for (TextLine line : in.lines().subList(0, Math.min(HEAD, in.lines().size()))) {
      if (REPORT.matcher(line.text()).matches()) {
        return Optional.of(new TextKind(TextKind.Kind.LIGHT_CURVE, "it is a report to the AAVSO"));
      }
      for (char sign : new char[] {'\t', ',', ';', '|', Cells.BLANKS}) {
        Cells cells = new Cells(sign).cut(line.said());
        if (cells.size() <= MOST_COLUMNS && areOfLightCurve(columns(cells))) {
          return Optional.of(
              new TextKind(TextKind.Kind.LIGHT_CURVE, "its header names times and magnitudes"));
        }
      }
    }
    return Optional.empty();
  }

  private static List<TextColumn> columns(Cells cells) {
    return cells.texts().stream().map(TextColumn::labelled).toList();
  }

  private static boolean areOfLightCurve(List<TextColumn> columns) {
    boolean time = has(columns, ColumnRole.TIME);
    boolean value = has(columns, ColumnRole.MAGNITUDE) || has(columns, ColumnRole.BAND);
    boolean axis = has(columns, ColumnRole.WAVELENGTH) || has(columns, ColumnRole.LOG_WAVELENGTH);
    return time && value && !axis;
  }

  private static boolean has(List<TextColumn> columns, ColumnRole role) {
    return columns.stream().anyMatch(column -> column.is(role));
  }
}
