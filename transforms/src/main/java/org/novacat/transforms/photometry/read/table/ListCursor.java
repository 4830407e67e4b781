package org.novacat.transforms.photometry.read.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks rows that are in memory. */
final class ListCursor implements RowCursor {
  private final List<List<String>> rows;
  private final int before;
  private final @Nullable RawTable rest;
  private int at = -1;

  ListCursor(List<List<String>> rows, int before, @Nullable RawTable rest) {
    this.rows = rows;
    this.before = before;
    this.rest = rest;
  }

  @Override
  public boolean next() {
    return ++at < rows.size();
  }

  @Override
  public int sourceRow() {
    return before + at + 1;
  }

  @Override
  public int size() {
    return rows.get(at).size();
  }

  @Override
  public String cell(int index) {
    List<String> row = rows.get(at);
    return index < row.size() ? row.get(index) : "";
  }

  @Override
  public String raw() {
    return String.join("\t", rows.get(at));
  }

  @Override
  public @Nullable RawTable rest() {
    return rest;
  }
}
