package org.novacat.jobs.register.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.credit.CreditField;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.spectrum.StatedFact;

/** The two spellings of a manifest, as rows of names and values. */
final class ManifestFormats {
  private static final int LONGEST_LINE = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path manifest;
  private final List<String> columns;

  /**
   * A manifest.
   *
   * @param columns that it may have
   */
  ManifestFormats(Path manifest, List<String> columns) {
    this.manifest = manifest;
    this.columns = List.copyOf(columns);
  }

  /** Whether its columns may state what a sidecar does. */
  boolean states() {
    return columns.contains(StatedFact.FLUX_UNIT.key());
  }

  /** Takes a row and the line it stands in, from 1. */
  interface RowConsumer {
    void row(long line, Map<String, String> values);
  }

  /** Takes a line that is no row. */
  interface BadLineConsumer {
    /**
     * A line.
     *
     * @param why it is none, with what to do
     * @param words of it, one of which may be its locator; none where it does not say who may see
     *     its file
     */
    void bad(long line, String why, Collection<String> words);
  }

  void csv(RowConsumer rows, BadLineConsumer bad) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text())) {
      List<String> header = List.of();
      for (CsvRecord line : reader) {
        if (header.isEmpty()) {
          header = header(line);
        } else if (line.getFieldCount() != header.size()) {
          bad.bad(
              line.getStartingLineNumber(),
              "it has %s fields, the header has %s (quote fields with commas)"
                  .formatted(line.getFieldCount(), header.size()),
              header.contains(CreditField.RIGHTS.key()) ? line.getFields() : List.of());
        } else {
          rows.row(line.getStartingLineNumber(), zip(header, line.getFields()));
        }
      }
      if (header.isEmpty()) {
        throw new UserError(
            "Cannot read manifest '%s': it is empty (its first line names the columns: %s)"
                .formatted(manifest, String.join(", ", columns)));
      }
    }
  }

  /** Bytes that are no UTF-8 spoil their row, not the manifest. */
  private BufferedReader text() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(manifest), StandardCharsets.UTF_8));
  }

  void jsonLines(RowConsumer rows, BadLineConsumer bad) throws IOException {
    try (BufferedReader reader = text()) {
      long number = 0;
      for (String line = line(reader); line != null; line = line(reader)) {
        number++;
        if (line.length() > LONGEST_LINE) {
          bad.bad(
              number,
              "it has more than %s characters (one JSON object a line)".formatted(LONGEST_LINE),
              List.of());
        } else if (!line.isBlank()) {
          jsonLine(number, line, rows, bad);
        }
      }
    }
  }

  /**
   * The next line, of one that is too long a little more than its allowed part; null at the end.
   */
  private static @Nullable String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private void jsonLine(long number, String line, RowConsumer rows, BadLineConsumer bad) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      String why = "%s (one JSON object a line)".formatted(e.getOriginalMessage());
      bad.bad(number, why, List.of());
      return;
    }
    Optional<String> problem = problem(node);
    if (problem.isPresent()) {
      bad.bad(number, problem.get(), node.has(CreditField.RIGHTS.key()) ? texts(node) : List.of());
    } else {
      rows.row(number, values(node));
    }
  }

  /** Why an element is no row. */
  private Optional<String> problem(JsonNode node) {
    if (!node.isObject()) {
      return Optional.of("it is no JSON object (one JSON object a line)");
    }
    return node.properties().stream().flatMap(field -> problem(field).stream()).findFirst();
  }

  private Optional<String> problem(Map.Entry<String, JsonNode> field) {
    if (!columns.contains(field.getKey())) {
      return Optional.of(
          "unknown column '%s' (the columns are %s)"
              .formatted(NameRules.shown(field.getKey()), String.join(", ", columns)));
    }
    return field.getValue().isContainerNode()
        ? Optional.of(
            "'%s' is neither text nor a number (write one value; observers are parted by ';')"
                .formatted(field.getKey()))
        : Optional.empty();
  }

  private static Map<String, String> values(JsonNode node) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      values.put(field.getKey(), field.getValue().isNull() ? "" : field.getValue().asText());
    }
    return values;
  }

  private static List<String> texts(JsonNode node) {
    return node.properties().stream().map(field -> field.getValue().asText()).toList();
  }

  private List<String> header(CsvRecord line) {
    List<String> names =
        line.getFields().stream().map(name -> name.strip().replaceFirst("^\uFEFF", "")).toList();
    for (String name : names) {
      checkColumn(name);
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new UserError(
          "Cannot read manifest '%s': a column stands there twice (its columns are %s)"
              .formatted(manifest, String.join(", ", names)));
    }
    if (!names.contains("locator")) {
      throw new UserError(
          "Cannot read manifest '%s': it has no column 'locator' (its columns are %s)"
              .formatted(manifest, String.join(", ", names)));
    }
    return names;
  }

  private void checkColumn(String name) {
    if (!columns.contains(name)) {
      throw new UserError(
          "Cannot read manifest '%s': unknown column '%s' (the columns are %s)"
              .formatted(manifest, NameRules.shown(name), String.join(", ", columns)));
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
