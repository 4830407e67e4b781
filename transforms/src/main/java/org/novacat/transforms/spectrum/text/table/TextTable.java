package org.novacat.transforms.spectrum.text.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextLine;

/**
 * A file taken apart.
 *
 * @param format {@code columns}, {@code ecsv}, {@code ipac} or {@code votable}
 * @param layout how cells are divided, for people
 * @param columns in the order of the file; without names where it has none
 * @param header lines that gave the columns their names and units
 * @param misfit a line that names columns but another number of them; null when none does
 * @param directives names and values in the order of the file
 * @param prose remarks and titles that are neither
 * @param rejected lines among the rows that are none, the first of them
 * @param remarks what stood behind the cells of rows, the first of them
 * @param breaks rows before which something stood that is no row
 * @param samples the rows
 * @param lines what the lines are
 */
public record TextTable(
    String format,
    String layout,
    List<TextColumn> columns,
    List<TextLine> header,
    @Nullable TextLine misfit,
    List<Directive> directives,
    List<TextLine> prose,
    List<TextLine> rejected,
    List<TextLine> remarks,
    List<Integer> breaks,
    Samples samples,
    LineCount lines) {
  public TextTable {
    columns = List.copyOf(columns);
    header = List.copyOf(header);
    directives = List.copyOf(directives);
    prose = List.copyOf(prose);
    rejected = List.copyOf(rejected);
    remarks = List.copyOf(remarks);
    breaks = List.copyOf(breaks);
  }

  /** Whether no column has a name, a unit or anything else that says what it is. */
  public boolean isHeaderless() {
    return columns.stream().allMatch(c -> c.name().isEmpty() && c.role() == null);
  }
}
