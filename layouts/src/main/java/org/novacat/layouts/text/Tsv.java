package org.novacat.layouts.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A small table of facts: remarks behind {@code #}, names of columns, then rows; cells between
 * tabs.
 *
 * @param remarks the remarks, without their mark
 * @param rows in the order of the text
 */
public record Tsv(List<String> remarks, List<Row> rows) {
  /** The table in a resource that lies beside a class. */
  public static Tsv resource(Class<?> beside, String name) {
    try (InputStream in = requireNonNull(beside.getResourceAsStream(name), name)) {
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The table of a text.
   *
   * @throws IllegalArgumentException when a row has fewer or more cells than the header
   */
  public static Tsv parse(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> remarks =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .toList();
    List<String[]> cells =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    List<Row> rows = cells.stream().skip(1).map(row -> row(cells.get(0), row)).toList();
    return new Tsv(remarks, rows);
  }

  /** What the remark {@code # version …} says; "" when there is none. */
  public String version() {
    return fact("version");
  }

  /** What the remark that begins with a word says behind it; "" when there is none. */
  public String fact(String word) {
    return remarks.stream()
        .filter(remark -> remark.startsWith(word + " "))
        .map(remark -> remark.substring(word.length()).strip())
        .findFirst()
        .orElse("");
  }

  /**
   * The row of a name, which is its first cell.
   *
   * @throws NoSuchElementException when there is none
   */
  public Row row(String name) {
    return rows.stream()
        .filter(row -> row.cells().values().iterator().next().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new NoSuchElementException("Cannot read table: it has no '" + name + "'"));
  }

  private static Row row(String[] names, String[] cells) {
    if (cells.length != names.length) {
      throw new IllegalArgumentException(
          "Cannot read table: the row of '%s' has %s cells (the header has %s)"
              .formatted(cells[0], cells.length, names.length));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], cells[i]);
    }
    return new Row(row);
  }

  /** Cells by the name of their column. */
  public record Row(Map<String, String> cells) {
    /** The cell of a column; "" when it is empty. */
    public String cell(String column) {
      return requireNonNull(cells.get(column), column);
    }

    /** The words of a cell, parted by single spaces; none when it is empty. */
    public List<String> words(String column) {
      String cell = cell(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
  }
}
