package org.novacat.transforms.photometry.read.table;

import java.util.List;

/** Walks rows that are in memory. */
final class ListCursor implements RowCursor {
  private final List<List<String>> rows;
  private int at = -1;

  ListCursor(List<List<String>> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    return ++at < rows.size();
  }

  @Override
  public int sourceRow() {
    return at + 1;
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
}
