package org.novacat.jobs.release.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.photometry.table.PhotometrySystems;
import org.novacat.jobs.testing.Manual;
import org.novacat.jobs.vo.ObsCore;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.text.Tsv;

/** The page of the release tables says what the tables are made by. */
class ReleaseTablesInDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "formats", "release-tables.md");

  private static final Map<String, String> TYPES =
      Map.of(
          "TEXT", "string",
          "INT", "int32",
          "LONG", "int64",
          "DOUBLE", "double",
          "BOOLEAN", "boolean",
          "INTS", "list of int32",
          "DOUBLES", "list of double",
          "BOOLEANS", "list of boolean");

  @ParameterizedTest
  @CsvSource({"novae", "products", "spectra", "samples", "obscore"})
  void columns_areThoseOfTheTable(String table) {
    List<List<String>> rows = new ArrayList<>();
    for (Tsv.Row row : described(table)) {
      String nullable = row.cell("nullable").equals("true") ? ", nullable" : "";
      rows.add(
          List.of(
              "`" + row.cell("name") + "`",
              TYPES.getOrDefault(row.cell("type"), "?") + nullable,
              row.cell("unit"),
              row.cell("description")));
    }

    assertThat(Manual.table(PAGE, "column of `" + table + "`")).isEqualTo(rows);
  }

  @Test
  void systems_areThoseThatColumnsNameAndNoOthers() {
    Map<String, Collection<String>> columns = new TreeMap<>();
    for (String table : List.of("novae", "products", "spectra", "samples", "obscore")) {
      for (Tsv.Row row : described(table)) {
        if (!row.cell("ref").isEmpty()) {
          columns.computeIfAbsent(row.cell("ref"), any -> new TreeSet<>()).add(row.cell("name"));
        }
      }
    }
    addPhotometry(columns);

    Map<String, Collection<String>> said = new TreeMap<>();
    Manual.table(PAGE, "system")
        .forEach(
            row ->
                said.put(Manual.code(row.get(0)).get(0), new TreeSet<>(Manual.code(row.get(2)))));
    assertThat(said).isEqualTo(columns);
  }

  private static void addPhotometry(Map<String, Collection<String>> columns) {
    for (PhotometryColumn column : PhotometryColumn.values()) {
      CoordinateSystem system = PhotometrySystems.of(column);
      if (system != null) {
        columns.computeIfAbsent(system.id(), any -> new TreeSet<>()).add(column.columnName());
      }
    }
  }

  private static List<Tsv.Row> described(String table) {
    Class<?> beside = table.equals("obscore") ? ObsCore.class : SpectraTable.class;
    return Tsv.resource(beside, table + ".tsv").rows();
  }
}
