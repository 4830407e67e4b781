package org.novacat.jobs.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ListedObject;

/**
 * What lies in quarantine about one verdict on an upload.
 *
 * @param codes rejected rows by code, as {@code context.json} counts them; empty when it is gone
 * @param rows the first rejected rows, as {@code rows.jsonl} has them
 * @param objects keys of all that is there
 */
record UploadEvidence(ObjectNode codes, List<ObjectNode> rows, List<ObjectKey> objects) {
  private static final long LARGEST_CONTEXT = 1L << 20;
  private static final int LONGEST_DETAIL = 120;
  private static final int LONGEST_TEXT = 80;

  /**
   * Looks below a folder of quarantine; what somebody has removed there is left out.
   *
   * @param prefix ends with a slash; "" for nothing in quarantine
   * @param most rows to read
   */
  static UploadEvidence of(Archive archive, String prefix, long most) {
    List<ObjectKey> objects = objects(archive, prefix);
    ObjectNode codes =
        find(objects, NovaCatPrivate.QUARANTINE_UPLOAD_CONTEXT)
            .flatMap(key -> archive.unverified(key, LARGEST_CONTEXT))
            .map(bytes -> Json.parse(bytes).withObject("/rejected"))
            .orElseGet(Json::object);
    List<ObjectNode> rows =
        find(objects, NovaCatPrivate.QUARANTINE_UPLOAD_ROWS)
            .flatMap(archive::openUnverified)
            .map(in -> rows(in, most))
            .orElse(List.of());
    return new UploadEvidence(codes, rows, objects);
  }

  private static List<ObjectKey> objects(Archive archive, String prefix) {
    if (prefix.isEmpty()) {
      return List.of();
    }
    try (Stream<ListedObject> listed = archive.list(prefix)) {
      return listed.map(ListedObject::key).toList();
    }
  }

  private static Optional<ObjectKey> find(List<ObjectKey> objects, LayoutEntry line) {
    return objects.stream().filter(key -> line.template().parse(key).isPresent()).findFirst();
  }

  private static List<ObjectNode> rows(InputStream rows, long most) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(rows, UTF_8))) {
      return lines.lines().limit(most).map(line -> Json.parse(line.getBytes(UTF_8))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close rejected rows", e);
    }
  }

  void putInto(ObjectNode root) {
    root.set("rejected_by_code", codes);
    rows.forEach(root.putArray("first_rejected")::add);
    ArrayNode keys = root.putArray("objects");
    objects.forEach(key -> keys.add(key.toString()));
  }

  /**
   * For a terminal.
   *
   * @param rejected all rows that enter no table; those without a code of their own are good, and
   *     share the fate of their file
   */
  List<String> lines(long rejected) {
    List<String> lines = new ArrayList<>();
    long good = rejected;
    for (JsonNode count : codes) {
      good -= count.asLong();
    }
    codes
        .fields()
        .forEachRemaining(
            code ->
                lines.add(
                    String.format(
                        Locale.ROOT, "  %s = %,d", code.getKey(), code.getValue().asLong())));
    if (good > 0 && !codes.isEmpty()) {
      lines.add(String.format(Locale.ROOT, "  good, but in a refused file = %,d", good));
    }
    if (!rows.isEmpty()) {
      TextTable table = new TextTable("line", "code", "text", "detail");
      rows.forEach(row -> row(table, row));
      lines.addAll(table.lines());
    }
    return lines;
  }

  private static void row(TextTable table, JsonNode row) {
    table.row(
        row.path("source_row").asInt(),
        row.path("code").asText(),
        cut(row.path("text").asText().strip(), LONGEST_TEXT),
        cut(row.path("detail").asText(), LONGEST_DETAIL));
  }

  /** A terminal must not obey what a file says. */
  private static String cut(String text, int longest) {
    return Excerpt.of(text.replaceAll("\\p{Cntrl}", " "), longest);
  }
}
