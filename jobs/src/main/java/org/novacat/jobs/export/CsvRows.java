package org.novacat.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** The line of names and the rows of a table, with commas. */
final class CsvRows {
  private CsvRows() {}

  /**
   * Writes them, nothing between the commas for null.
   *
   * @param text of a cell that is not null
   */
  static void write(
      StarTable table, OutputStream out, LineDelimiter lineEnd, Function<Object, String> text)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(lineEnd).build(out, UTF_8);
    List<@Nullable String> cells = new ArrayList<>();
    for (int column = 0; column < table.getColumnCount(); column++) {
      cells.add(table.getColumnInfo(column).getName());
    }
    csv.writeRecord(cells);
    try (RowSequence rows = table.getRowSequence()) {
      while (rows.next()) {
        for (int column = 0; column < cells.size(); column++) {
          Object cell = rows.getCell(column);
          cells.set(column, cell == null ? null : text.apply(cell));
        }
        csv.writeRecord(cells);
      }
    }
    csv.flush();
  }
}
