package org.novacat.jobs.photometry.field;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A delimited text as lines and cells, cut without the help of the reader. Lines count from 1.
 *
 * @param sign what divides cells; a blank for any run of blanks
 * @param header the line that names the columns; 0 when none does
 * @param rows the lines that are rows
 */
record TextTable(List<String> lines, char sign, int header, Set<Integer> rows) {
  private static final char BLANK = ' ';

  /** The table that a text is by what was made of it. */
  static TextTable of(List<String> lines, String format, int columns, List<End> ends) {
    Set<Integer> rows = new TreeSet<>();
    ends.forEach(end -> rows.add(end.row()));
    TextTable bare = new TextTable(lines, sign(lines, format, columns, rows), 0, rows);
    int header = 0;
    for (int i = rows.iterator().next() - 1; i > 0 && header == 0; i--) {
      header = bare.isHeader(i, columns) ? i : 0;
    }
    return new TextTable(lines, bare.sign, header, rows);
  }

  private static char sign(List<String> lines, String format, int columns, Set<Integer> rows) {
    if (format.equals("whitespace")) {
      return BLANK;
    }
    String row = lines.get(rows.iterator().next() - 1);
    for (char sign : List.of('\t', ';', '|', ',')) {
      if (cut(row, sign).size() == columns) {
        return sign;
      }
    }
    return BLANK;
  }

  private boolean isHeader(int line, int columns) {
    List<String> cells = cells(line);
    return cells.size() == columns
        && !lines.get(line - 1).startsWith("#")
        && cells.stream().allMatch(cell -> cell.matches("\"?\\s*[A-Za-z].*"))
        && Set.copyOf(cells).size() == columns;
  }

  String line(int number) {
    return lines.get(number - 1);
  }

  List<String> cells(int line) {
    return cut(line(line), sign);
  }

  private static List<String> cut(String line, char sign) {
    if (sign == BLANK) {
      return List.of(line.strip().split("\\s+"));
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == sign && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  String joined(List<String> cells) {
    return cells.stream().collect(joining(String.valueOf(sign)));
  }

  /**
   * Whether all rows are one line with as many cells as the header, if there is one, and just one.
   */
  boolean isFull() {
    int size = cells(rows.iterator().next()).size();
    return rows.stream().allMatch(row -> cells(row).size() == size)
        && lines.stream().noneMatch(line -> line.chars().filter(c -> c == '"').count() % 2 != 0)
        && (header == 0 || (cells(header).size() == size && isOnce(line(header))));
  }

  private boolean isOnce(String line) {
    return lines.stream().filter(line::equals).count() == 1;
  }
}
