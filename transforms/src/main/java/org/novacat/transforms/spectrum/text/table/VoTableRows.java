package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.votable.VoField;

/**
 * A table of a VOTable.
 *
 * @param rows cells, as many as fields where the file is sound
 */
record VoTableRows(List<VoField> fields, List<List<String>> rows) {

  /** The table with what the file says of it. */
  TextTable table(List<Directive> directives, List<TextLine> prose) {
    List<TextColumn> columns = fields.stream().map(VoTables::column).toList();
    Samples samples = new Samples(columns.size(), '.');
    List<Integer> breaks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (samples.rows() > 0 && isVectors(rows.get(i))) {
        breaks.add(samples.rows());
      }
      add(samples, rows.get(i), i + 1);
    }
    return new TextTable(
        "votable",
        isVectors(rows.get(0)) ? "vectors" : "rows",
        columns,
        List.of(),
        null,
        directives,
        prose,
        List.of(),
        List.of(),
        breaks,
        samples,
        LineCount.NONE);
  }

  /** Whether a cell of numbers has several. */
  private boolean isVectors(List<String> row) {
    for (int i = 0; i < Math.min(row.size(), fields.size()); i++) {
      if (!fields.get(i).type().isText() && row.get(i).indexOf(' ') > 0) {
        return true;
      }
    }
    return false;
  }

  private void add(Samples samples, List<String> row, int number) {
    List<String[]> cells = new ArrayList<>();
    int length = 1;
    for (int i = 0; i < fields.size(); i++) {
      String cell = i < row.size() ? row.get(i) : "";
      String[] parts = fields.get(i).type().isText() ? new String[] {cell} : cell.split("\\s+");
      cells.add(parts);
      length = Math.max(length, parts.length);
    }
    for (String[] parts : cells) {
      if (parts.length > 1 && parts.length != length) {
        throw new IllegalArgumentException(
            "vectors of row %s have %s and %s numbers".formatted(number, parts.length, length));
      }
    }
    fill(samples, cells, length, number);
  }

  private static void fill(Samples samples, List<String[]> cells, int length, int number) {
    for (int k = 0; k < length; k++) {
      samples.row(number);
      for (int i = 0; i < cells.size(); i++) {
        String[] parts = cells.get(i);
        samples.cell(i, parts.length == 1 ? parts[0] : parts[k]);
      }
    }
  }
}
