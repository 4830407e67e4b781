package org.novacat.transforms.photometry.read.table;

import java.util.List;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.UploadColumn;

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
public record RawTable(
    String format,
    List<UploadColumn> columns,
    boolean aligned,
    ColumnFacts facts,
    Conventions conventions,
    Rows rows) {
  public RawTable {
    columns = List.copyOf(columns);
  }

  /** A table of a format that says no more than its files. */
  public static RawTable of(
      String format, List<UploadColumn> columns, ColumnFacts facts, Rows rows) {
    return new RawTable(format, columns, false, facts, Conventions.NONE, rows);
  }

  /** Whether no column has a name. */
  public boolean isHeaderless() {
    return columns.stream().allMatch(c -> c.name().isEmpty());
  }

  public RawTable as(String id, Conventions said) {
    return new RawTable(id, columns, aligned, facts, said, rows);
  }

  /** The same with more that the file says outside its rows. */
  public RawTable with(ColumnFacts more) {
    return new RawTable(format, columns, aligned, facts.and(more), conventions, rows);
  }

  public RawTable named(List<UploadColumn> names) {
    return new RawTable(format, names, aligned, facts, conventions, rows);
  }
}
