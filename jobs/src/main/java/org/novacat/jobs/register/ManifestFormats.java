package org.novacat.jobs.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.cli.UserError;

/** The two spellings of a manifest, as rows of names and values. */
final class ManifestFormats {
  private static final List<String> COLUMNS =
      List.of("nova", "provider", "product_key", "locator", "sha256");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestFormats() {}

  /** Takes a row and the line it stands in, from 1. */
  interface RowConsumer {
    void row(long line, Map<String, String> values);
  }

  /** Takes a line that is no row. */
  interface BadLineConsumer {
    void bad(long line, String message);
  }

  static void csv(Path manifest, RowConsumer rows, BadLineConsumer bad) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(manifest)) {
      List<String> header = List.of();
      for (CsvRecord line : reader) {
        if (header.isEmpty()) {
          header = header(manifest, line);
        } else if (line.getFieldCount() != header.size()) {
          bad.bad(
              line.getStartingLineNumber(),
              "Cannot read row: it has %s fields, the header has %s (quote fields with commas)"
                  .formatted(line.getFieldCount(), header.size()));
        } else {
          rows.row(line.getStartingLineNumber(), zip(header, line.getFields()));
        }
      }
      if (header.isEmpty()) {
        throw new UserError(
            "Cannot read manifest '%s': it is empty (its first line names the columns: %s)"
                .formatted(manifest, String.join(", ", COLUMNS)));
      }
    }
  }

  static void jsonLines(Path manifest, RowConsumer rows, BadLineConsumer bad) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(manifest)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          jsonLine(manifest, number, line, rows, bad);
        }
      }
    }
  }

  private static void jsonLine(
      Path manifest, long number, String line, RowConsumer rows, BadLineConsumer bad) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      bad.bad(number, "Cannot read row: " + e.getOriginalMessage() + " (one JSON object a line)");
      return;
    }
    if (!node.isObject()) {
      bad.bad(number, "Cannot read row: it is no JSON object (one JSON object a line)");
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      checkColumn(manifest, field.getKey());
      values.put(field.getKey(), field.getValue().isNull() ? "" : field.getValue().asText());
    }
    rows.row(number, values);
  }

  private static List<String> header(Path manifest, CsvRecord line) {
    List<String> names =
        line.getFields().stream().map(name -> name.strip().replaceFirst("^\uFEFF", "")).toList();
    for (String name : names) {
      checkColumn(manifest, name);
    }
    if (!names.contains("locator")) {
      throw new UserError(
          "Cannot read manifest '%s': it has no column 'locator' (its columns are %s)"
              .formatted(manifest, String.join(", ", names)));
    }
    return names;
  }

  private static void checkColumn(Path manifest, String name) {
    if (!COLUMNS.contains(name)) {
      throw new UserError(
          "Cannot read manifest '%s': unknown column '%s' (the columns are %s)"
              .formatted(manifest, name, String.join(", ", COLUMNS)));
    }
  }

  private static Map<String, String> zip(List<String> names, List<String> fields) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), fields.get(i).strip());
    }
    return values;
  }
}
