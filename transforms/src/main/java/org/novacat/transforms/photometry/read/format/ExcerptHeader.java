package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.text.JsonText;
import org.novacat.transforms.text.JsonWriter;

/**
 * The header of an excerpt in ECSV 1.0 (Astropy Proposal for Enhancement 6): columns for whoever
 * reads ECSV, and for our reader, in one entry of the meta block as JSON, all that is known of the
 * table that it was taken from.
 */
final class ExcerptHeader {
  private static final String ENTRY = "# - {novacat-excerpt: '";
  private static final String END = "'}";

  private ExcerptHeader() {}

  static List<String> lines(RawTable table) {
    List<String> lines = new ArrayList<>();
    lines.add("# %ECSV 1.0");
    lines.add("# ---");
    lines.add("# delimiter: ','");
    lines.add("# datatype:");
    List<UploadColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      UploadColumn column = columns.get(i);
      lines.add(
          "# - {name: %s, unit: %s, datatype: string, description: %s}"
              .formatted(yaml(column.name()), yaml(column.unit()), yaml(column.description())));
    }
    lines.add("# meta: !!omap");
    lines.add(ENTRY + json(table).replace("'", "''") + END);
    lines.add("# schema: astropy-2.0");
    lines.add(
        columns.stream().map(c -> RowExcerpts.quoted(c.name())).collect(Collectors.joining(",")));
    return lines;
  }

  private static String yaml(String text) {
    return "'" + text.replace("'", "''").replaceAll("\\s", " ") + "'";
  }

  private static String json(RawTable table) {
    List<String> flat = new ArrayList<>();
    for (UploadColumn column : table.columns()) {
      flat.addAll(List.of(column.name(), column.unit(), column.ucd(), column.description()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", table.format());
    all.put("columns", flat);
    all.put("facts", new TreeMap<>(table.facts().values()));
    return JsonWriter.write(all);
  }

  /** The table that a comment line tells of, without its rows; null when it is no such line. */
  static @Nullable RawTable table(String line, Rows rows) {
    if (!line.startsWith(ENTRY) || !line.endsWith(END)) {
      return null;
    }
    String json = line.substring(ENTRY.length(), line.length() - END.length()).replace("''", "'");
    return JsonText.parse(json) instanceof Map<?, ?> said ? table(said, rows) : null;
  }

  /** Of each column its name, unit, UCD and description. */
  private static List<UploadColumn> columns(List<?> flat) {
    List<String> texts = flat.stream().map(String::valueOf).toList();
    List<UploadColumn> columns = new ArrayList<>();
    for (int i = 0; i + 3 < texts.size(); i += 4) {
      columns.add(
          new UploadColumn(texts.get(i), texts.get(i + 1), texts.get(i + 2), texts.get(i + 3)));
    }
    return columns;
  }

  private static RawTable table(Map<?, ?> said, Rows rows) {
    List<UploadColumn> columns =
        said.get("columns") instanceof List<?> flat ? columns(flat) : List.of();
    Map<String, String> facts = new LinkedHashMap<>();
    if (said.get("facts") instanceof Map<?, ?> values) {
      values.forEach((key, value) -> facts.put(String.valueOf(key), String.valueOf(value)));
    }
    String format = String.valueOf(said.get("format"));
    Conventions manual =
        format.equals(OpenCatalog.FORMAT) ? OpenCatalog.manual(columns) : Conventions.NONE;
    return new RawTable(format, columns, false, new ColumnFacts(facts), manual, rows);
  }
}
