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
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.id.Provider;

/**
 * Reads a manifest: CSV with a header line, or JSON Lines, with the columns {@code nova}, {@code
 * provider}, {@code product_key}, {@code locator} and {@code sha256}. A locator is always needed, a
 * nova unless the command line names one for all rows; relative paths begin at the manifest.
 */
public final class ManifestReader {
  private static final int LONGEST_HEADER = 1 << 16;

  private final Path manifest;
  private final @Nullable String defaultNova;
  private final Provider defaultProvider;
  private final List<Candidate> accepted = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();
  private final Map<DataProductId, String> seen = new HashMap<>();

  private ManifestReader(Path manifest, @Nullable String defaultNova, Provider defaultProvider) {
    this.manifest = manifest;
    this.defaultNova = defaultNova;
    this.defaultProvider = defaultProvider;
  }

  /**
   * Reads all rows; a bad row is rejected alone.
   *
   * @param defaultNova for rows without one; null when each row must have its own
   * @throws UserError when the file cannot be read or has a column that is not known
   */
  public static Candidates read(
      Path manifest, @Nullable String defaultNova, Provider defaultProvider) {
    ManifestReader reader = new ManifestReader(manifest, defaultNova, defaultProvider);
    try {
      if (manifest.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)")) {
        ManifestFormats.jsonLines(manifest, reader::row, reader::bad);
      } else {
        ManifestFormats.csv(manifest, reader::row, reader::bad);
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserError mistake) {
        throw mistake;
      }
      reader.broken(String.valueOf(e.getMessage()));
    }
    return new Candidates(reader.accepted, reader.rejected, List.of());
  }

  /** Whether a file lists uploads and is none itself: one of its columns is a locator. */
  public static boolean listsUploads(Path file) {
    if (!FileNames.isManifest(String.valueOf(file.getFileName())) || !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
      String first = start.lines().findFirst().orElse("");
      return List.of(first.toLowerCase(Locale.ROOT).split("[^a-z0-9_]+")).contains("locator");
    } catch (IOException e) {
      throw new UserError(
          "Cannot read '%s': %s (check that it may be read)".formatted(file, e.getMessage()));
    }
  }

  /** The rows before the place stay; a manifest without any is the user's mistake. */
  private void broken(String why) {
    String message =
        "Cannot read manifest '%s': %s (it must be UTF-8 CSV with a header, or .jsonl)"
            .formatted(manifest, why);
    if (accepted.isEmpty() && rejected.isEmpty()) {
      throw new UserError(message);
    }
    rejected.add(new Rejection(manifest.toString(), RejectCode.LIST_UNREADABLE, message));
  }

  private void row(long line, Map<String, String> values) {
    String where = where(line);
    try {
      Candidate candidate = candidate(where, values);
      String first = seen.putIfAbsent(candidate.productId(), where);
      if (first != null) {
        throw candidate.twice(first);
      }
      accepted.add(candidate);
    } catch (RejectedException e) {
      rejected.add(e.rejection(where));
    }
  }

  private void bad(long line, String message) {
    rejected.add(new Rejection(where(line), RejectCode.ROW_INVALID, message));
  }

  private String where(long line) {
    return manifest.getFileName() + " line " + line;
  }

  private Candidate candidate(String where, Map<String, String> values) throws RejectedException {
    if (values.values().stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
      throw invalid(where, "it is not UTF-8 (save the manifest as UTF-8)");
    }
    String locator = values.getOrDefault("locator", "");
    String nova = values.getOrDefault("nova", "");
    if (locator.isBlank()) {
      throw invalid(where, "it has no locator (give a file path or an address)");
    }
    if (nova.isBlank() && defaultNova == null) {
      throw invalid(where, "it has no nova (fill the column, or give --nova for all rows)");
    }
    String key = values.getOrDefault("product_key", "");
    checkName(where, "nova", nova);
    checkName(where, "product_key", key);
    return new Candidate(
        where,
        nova.isBlank() && defaultNova != null ? defaultNova : nova,
        provider(where, values.getOrDefault("provider", "")),
        key.isBlank() ? null : key,
        Locator.parse(locator, folder()),
        expected(where, values.getOrDefault("sha256", "")));
  }

  private static void checkName(String where, String column, String name) throws RejectedException {
    Optional<String> problem = NameRules.problem(name);
    if (problem.isPresent()) {
      throw new RejectedException(
          RejectCode.NAME_INVALID,
          "Cannot register %s: %s '%s': %s"
              .formatted(where, column, NameRules.shown(name), problem.get()));
    }
  }

  private Path folder() {
    Path parent = manifest.toAbsolutePath().getParent();
    return parent == null ? manifest.toAbsolutePath() : parent;
  }

  private Provider provider(String where, String name) throws RejectedException {
    if (name.isBlank()) {
      return defaultProvider;
    }
    try {
      return new Provider(name.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  private static @Nullable ContentHash expected(String where, String hex) throws RejectedException {
    if (hex.isBlank()) {
      return null;
    }
    try {
      return new ContentHash(hex.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid(where, e.getMessage());
    }
  }

  private static RejectedException invalid(String where, @Nullable String what) {
    return new RejectedException(
        RejectCode.ROW_INVALID, "Cannot register %s: %s".formatted(where, what));
  }

  /** The two spellings of a manifest, as rows of names and values. */
  private static final class ManifestFormats {
    private static final List<String> COLUMNS =
        List.of("nova", "provider", "product_key", "locator", "sha256");
    private static final int LONGEST_LINE = 1 << 20;
    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
      try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text(manifest))) {
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

    /** Bytes that are no UTF-8 spoil their row, not the manifest. */
    private static BufferedReader text(Path manifest) throws IOException {
      return new BufferedReader(
          new InputStreamReader(Files.newInputStream(manifest), StandardCharsets.UTF_8));
    }

    static void jsonLines(Path manifest, RowConsumer rows, BadLineConsumer bad) throws IOException {
      try (BufferedReader reader = text(manifest)) {
        long number = 0;
        for (String line = line(reader); line != null; line = line(reader)) {
          number++;
          if (line.length() > LONGEST_LINE) {
            bad.bad(
                number,
                "Cannot read row: it has more than %s characters (one JSON object a line)"
                    .formatted(LONGEST_LINE));
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

    private static void jsonLine(long number, String line, RowConsumer rows, BadLineConsumer bad) {
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
        if (!COLUMNS.contains(field.getKey())) {
          bad.bad(
              number,
              "Cannot read row: unknown column '%s' (the columns are %s)"
                  .formatted(NameRules.shown(field.getKey()), String.join(", ", COLUMNS)));
          return;
        }
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

    private static void checkColumn(Path manifest, String name) {
      if (!COLUMNS.contains(name)) {
        throw new UserError(
            "Cannot read manifest '%s': unknown column '%s' (the columns are %s)"
                .formatted(manifest, NameRules.shown(name), String.join(", ", COLUMNS)));
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
}
