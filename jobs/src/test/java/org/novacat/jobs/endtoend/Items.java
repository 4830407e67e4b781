package org.novacat.jobs.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * What the table of a workspace holds, read past novacat by plain SQL, so that the tests do not
 * believe the code that they test.
 */
final class Items {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEXED = " WHERE gsi1pk IS NOT NULL AND gsi1sk IS NOT NULL";

  private final Path folder;

  Items(Path folder) {
    this.folder = folder;
  }

  /** All items by key. */
  SortedMap<String, Item> all() {
    return items("");
  }

  /** All items of one kind. */
  List<Item> of(String entityType) {
    return all().values().stream().filter(i -> i.is(entityType)).toList();
  }

  /** What the eligibility index shows, by the keys of the items. */
  SortedMap<String, Item> eligible() {
    return items(INDEXED);
  }

  /** Number of products that the eligibility index shows. */
  int eligibleCount() {
    return ask(
        "SELECT count(*) FROM item" + INDEXED,
        row -> {
          row.next();
          return row.getInt(1);
        });
  }

  private SortedMap<String, Item> items(String where) {
    return ask(
        "SELECT pk, sk, attributes FROM item" + where,
        row -> {
          SortedMap<String, Item> items = new TreeMap<>();
          while (row.next()) {
            Item item = item(row);
            items.put(item.key(), item);
          }
          return items;
        });
  }

  private static Item item(ResultSet row) throws SQLException {
    try {
      ObjectNode attributes = spelled(JSON.readTree(row.getString(3)));
      attributes.putObject("PK").put("S", row.getString(1));
      attributes.putObject("SK").put("S", row.getString(2));
      return new Item(attributes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode spelled(JsonNode group) {
    ObjectNode spelled = JSON.createObjectNode();
    group.fields().forEachRemaining(one -> spelled.set(one.getKey(), attribute(one.getValue())));
    return spelled;
  }

  private static ObjectNode attribute(JsonNode value) {
    ObjectNode attribute = JSON.createObjectNode();
    if (value.isTextual()) {
      return attribute.put("S", value.asText());
    }
    if (value.isNumber()) {
      return attribute.put("N", value.asText());
    }
    if (value.isBoolean()) {
      return attribute.put("BOOL", value.asBoolean());
    }
    if (value.isObject()) {
      return attribute.set("M", spelled(value));
    }
    ArrayNode many = attribute.putArray("L");
    value.forEach(one -> many.add(attribute(one)));
    return attribute;
  }

  /** What is made of the rows. */
  private interface Answer<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private <T> T ask(String sql, Answer<T> answer) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + newest());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return answer.of(row);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private Path newest() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".sqlite"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
