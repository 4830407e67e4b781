package org.novacat.persistence.bulk;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.dynamodb.TableSettings;

/**
 * The options of a read.
 *
 * @param place which table
 * @param index whether the index is read instead of the table
 * @param segments into how many parts the table is cut; 0 for as many as Spark has cores
 * @param readUnits most read capacity units a second, of all parts together; 0 for no bound
 * @param entity the only {@code entity_type}; null for all
 * @param attributes which the column {@code item} has beside the keys; empty for all
 * @param mode what is done with an attribute that its column cannot hold
 */
record ReadOptions(
    TablePlace place,
    boolean index,
    int segments,
    double readUnits,
    @Nullable String entity,
    Set<String> attributes,
    Mode mode)
    implements Serializable {
  /** The name of the one index. */
  static final String INDEX = "EligibilityIndex";

  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "attributes",
              "endpoint",
              "entity",
              "index",
              "mode",
              "path",
              "read-units",
              "region",
              "segments",
              "table"));

  /** What is done with an attribute that its column cannot hold. */
  enum Mode {
    FAILFAST,
    PERMISSIVE
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException when there is no such option, or its value cannot be used
   */
  static ReadOptions parse(CaseInsensitiveStringMap map) {
    for (String name : map.keySet()) {
      if (!NAMES.contains(name.toLowerCase(Locale.ROOT))) {
        throw refused(
            "there is no option '%s' (there are %s)".formatted(name, String.join(", ", NAMES)));
      }
    }
    return new ReadOptions(
        place(map),
        index(map),
        segments(map),
        readUnits(map),
        map.get("entity"),
        attributes(map.getOrDefault("attributes", "")),
        mode(map.getOrDefault("mode", "failfast")));
  }

  private static Set<String> attributes(String text) {
    return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s*,\\s*"));
  }

  private static TablePlace place(CaseInsensitiveStringMap map) {
    String folder = map.get("path");
    if (folder != null && (map.get("region") != null || map.get("endpoint") != null)) {
      throw refused(
          "'path' names an embedded table, 'region' and 'endpoint' one of DynamoDB (give the one or the others)");
    }
    String name = map.getOrDefault("table", TableSettings.DEFAULT_TABLE);
    String endpoint = map.get("endpoint");
    URI uri = endpoint == null ? null : endpoint(endpoint);
    // Slips in the name are found before anything is asked.
    String checked = new TableSettings(name, map.get("region"), uri).table();
    return new TablePlace(checked, map.get("region"), uri, folder == null ? null : local(folder));
  }

  private static URI endpoint(String text) {
    if (!text.matches("https?://[^/?#@\\s]+/?")) {
      throw refused("endpoint '%s' is no address (write http://host:port)".formatted(text));
    }
    return URI.create(text);
  }

  private static String local(String folder) {
    String path = folder.startsWith("file:") ? URI.create(folder).getPath() : folder;
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static boolean index(CaseInsensitiveStringMap map) {
    String named = map.get("index");
    if (named != null && !named.equals(INDEX)) {
      throw refused("there is no index '%s' (there is %s)".formatted(named, INDEX));
    }
    return named != null;
  }

  private static int segments(CaseInsensitiveStringMap map) {
    String text = map.getOrDefault("segments", "0");
    int most = 1_000_000; // of DynamoDB
    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > most) {
      throw refused("'segments' is '%s' (give 1 to 1000000)".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static double readUnits(CaseInsensitiveStringMap map) {
    String text = map.get("read-units");
    if (text == null) {
      return 0;
    }
    if (!text.matches("[0-9]+(\\.[0-9]+)?") || Double.parseDouble(text) == 0) {
      throw refused("'read-units' is '%s' (give capacity units a second, above 0)".formatted(text));
    }
    return Double.parseDouble(text);
  }

  private static Mode mode(String text) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return mode;
      }
    }
    throw refused("there is no mode '%s' (there are failfast and permissive)".formatted(text));
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("Cannot read novacat-table: " + why);
  }
}
