package org.novacat.transforms.photometry.read.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;

/**
 * Writes rows of a table as ECSV. Cells stay the texts that they are, and the meta block says in
 * one entry what the file said around its rows, so that what is read from it is the same. Rows of
 * another section of the table stand below a header of their own.
 */
public final class RowExcerpts {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private RawTable section;

  private RowExcerpts(RawTable first) {
    section = first;
  }

  /** The files in order of their numbers; in {@code owner} negative is in none. */
  public static List<byte[]> of(RawTable table, int pieces, IntUnaryOperator owner) {
    List<RowExcerpts> written = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      written.add(new RowExcerpts(table));
    }
    RawTable section = table;
    while (section != null) {
      RowCursor row = section.rows().open();
      while (row.next()) {
        int piece = owner.applyAsInt(row.sourceRow());
        if (piece >= 0) {
          written.get(piece).add(section, row);
        }
      }
      section = row.rest();
    }
    return written.stream().map(excerpt -> excerpt.out.toByteArray()).toList();
  }

  private void add(RawTable of, RowCursor row) {
    if (out.size() == 0 || !of.equals(section)) {
      section = of;
      ExcerptHeader.lines(section).forEach(this::line);
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.max(row.size(), section.columns().size()); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(row.cell(i)));
    }
    line(line.toString());
  }

  /** A line break within a cell would be a line of the file. */
  static String quoted(String cell) {
    String flat = cell.replace('\n', ' ').replace('\r', ' ');
    boolean plain = flat.chars().allMatch(c -> c > ' ' && c != '"' && c != ',' && c != '#');
    return plain && !flat.startsWith("%") ? flat : '"' + flat.replace("\"", "\"\"") + '"';
  }

  private void line(String text) {
    out.writeBytes((text + "\n").getBytes(UTF_8));
  }
}
