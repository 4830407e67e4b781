package org.novacat.transforms.photometry.read;

import java.util.List;

/**
 * A file taken apart, before its columns mean anything.
 *
 * @param format id of the format
 * @param columns in the order of the file; without names when it has no header
 * @param aligned whether a row with too few cells cannot be trusted, because blanks divide them
 * @param facts what the file says outside its rows
 * @param conventions what the format says that its files do not
 * @param rows the rows
 */
record RawTable(
    String format,
    List<Column> columns,
    boolean aligned,
    Facts facts,
    Conventions conventions,
    Rows rows) {
  RawTable {
    columns = List.copyOf(columns);
  }

  /** Whether no column has a name. */
  boolean isHeaderless() {
    return columns.stream().allMatch(c -> c.name().isEmpty());
  }

  RawTable as(String id, Conventions said) {
    return new RawTable(id, columns, aligned, facts, said, rows);
  }

  RawTable named(List<Column> names) {
    return new RawTable(format, names, aligned, facts, conventions, rows);
  }
}
