package org.novacat.jobs.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table for a terminal: columns as wide as their widest cell, numbers to the right, and in each
 * cell what {@link Visible} shows.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final @Nullable BitSet toTheRight;

  /** A table with a header; columns that hold numbers alone go to the right. */
  public TextTable(String... header) {
    rows.add(Stream.of(header).map(Visible::line).toList());
    toTheRight = null;
  }

  /** A table with a header, and which of its columns go to the right. */
  public TextTable(List<String> header, BitSet toTheRight) {
    rows.add(header.stream().map(Visible::line).toList());
    this.toTheRight = (BitSet) toTheRight.clone();
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when it has another number of cells than the header
   */
  public TextTable row(Object... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "Cannot add row: %s cells under %s headings".formatted(cells.length, rows.get(0).size()));
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Number number ? format(number) : Visible.line(String.valueOf(cell)));
    }
    rows.add(row);
    return this;
  }

  /** Number of rows below the header. */
  public int size() {
    return rows.size() - 1;
  }

  /** The lines, header first, without trailing blanks. */
  public List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    boolean[] right = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      int c = column;
      widths[c] = rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0);
      right[c] = toTheRight == null ? holdsNumbers(c) : toTheRight.get(c);
    }
    return rows.stream().map(row -> line(row, widths, right)).toList();
  }

  private boolean holdsNumbers(int column) {
    return rows.size() > 1
        && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-0-9.,]+"));
  }

  private static String format(Number number) {
    return number instanceof Double || number instanceof Float
        ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
        : String.format(Locale.ROOT, "%,d", number.longValue());
  }

  private static String line(List<String> row, int[] widths, boolean[] right) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String pad = " ".repeat(widths[c] - row.get(c).length());
      line.append(c == 0 ? "" : "  ");
      line.append(right[c] ? pad + row.get(c) : row.get(c) + pad);
    }
    return line.toString().stripTrailing();
  }
}
