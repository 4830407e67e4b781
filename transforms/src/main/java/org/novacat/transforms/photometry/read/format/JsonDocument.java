package org.novacat.transforms.photometry.read.format;

import static org.novacat.transforms.photometry.read.format.JsonTables.string;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;

/**
 * Rows of measurements anywhere in a JSON document, as brokers of alerts and observation managers
 * write them: an array of objects that name a time ({@code "photometry": […]}), arrays that are
 * columns ({@code {"mjd": […], "mag": […]}}), columns and data apart ({@code {"columns": […],
 * "data": [[…]]}}). {@code detections} and {@code non_detections} are one table, in which the
 * latter are limits.
 */
final class JsonDocument {
  /** Deeper down lie no tables. */
  private static final int DEEPEST = 8;

  /** Arrays in which every row is a limit. */
  private static final Set<String> LIMITS =
      Set.of(
          "nondetections",
          "nondetection",
          "upperlimits",
          "upperlimit",
          "limits",
          "uplims",
          "nondet");

  /** Members that stand around the values of a row. */
  private static final Set<String> WRAPPERS = Set.of("value", "candidate", "properties", "data");

  /** What an object around rows is called by. */
  private static final Set<String> NAMES =
      Set.of("name", "objectname", "targetname", "objectid", "oid", "iauname");

  /** What differs between the parts of a document may stand in columns of its one table. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          ColumnFacts.OBJECT, "object",
          ColumnFacts.BAND, "band",
          ColumnFacts.TELESCOPE, "telescope",
          ColumnFacts.INSTRUMENT, "instrument",
          ColumnFacts.OBSERVER, "observer");

  private static final String LIMIT = "is_limit";

  private final TextUpload in;
  private final List<Part> parts = new ArrayList<>();

  /** Arrays of objects that name no time: a sidecar may. */
  private final List<Part> timeless = new ArrayList<>();

  /** Rows of one array, and what is said around it; array items have no name in the path. */
  private record Part(String path, List<Map<String, String>> rows, ColumnFacts facts) {
    private String name() {
      return UploadColumn.plain(path.substring(path.lastIndexOf('/') + 1));
    }

    private boolean isLimits() {
      return LIMITS.contains(name());
    }

    /** Where the table is that it is a part of. */
    private String table() {
      return isLimits() || name().contains("detection")
          ? path.substring(0, path.lastIndexOf('/'))
          : path;
    }
  }

  private JsonDocument(TextUpload in) {
    this.in = in;
  }

  /**
   * The table in a document; null when it has none.
   *
   * @throws RefusedException when it has several, and nothing says which
   */
  static @Nullable RawTable table(Object root, TextUpload in) {
    JsonDocument document = new JsonDocument(in);
    document.walk("", root, ColumnFacts.NONE, 0);
    List<Part> found = document.parts.isEmpty() ? document.timeless : document.parts;
    return found.isEmpty() ? null : document.table(found);
  }

  private void walk(String path, @Nullable Object value, ColumnFacts around, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    List<?> items = items(value);
    if (items != null) {
      list(path, items, around, depth);
    } else if (value instanceof Map<?, ?> map) {
      ColumnFacts here = said(map).and(around);
      List<Map<String, String>> columns = columns(map);
      if (columns.isEmpty()) {
        map.forEach((key, child) -> walk(path + "/" + string(key), child, here, depth + 1));
      } else {
        add(parts, path, columns, here);
      }
    }
  }

  private void list(String path, List<?> items, ColumnFacts around, int depth) {
    List<Map<String, String>> rows = rows(items);
    if (rows.stream().anyMatch(JsonDocument::hasTime)) {
      add(parts, path, rows, around);
      return;
    }
    int before = parts.size() + timeless.size();
    items.forEach(item -> walk(path + "/", item, around, depth + 1));
    if (!rows.isEmpty() && parts.size() + timeless.size() == before) {
      add(timeless, path, rows, around);
    }
  }

  /** The items of an array, or of an object whose members are numbered; else null. */
  private static @Nullable List<?> items(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    return value instanceof Map<?, ?> map && isNumbered(map) ? new ArrayList<>(map.values()) : null;
  }

  private static boolean isNumbered(Map<?, ?> map) {
    return !map.isEmpty() && map.keySet().stream().allMatch(key -> string(key).matches("\\d{1,9}"));
  }

  private static void add(
      List<Part> to, String path, List<Map<String, String>> rows, ColumnFacts facts) {
    Part part = new Part(path, rows, facts);
    if (part.isLimits()) {
      rows.forEach(row -> row.put(LIMIT, "1"));
    }
    to.add(part);
  }

  /** What the members of an object that are no containers say of the rows in it. */
  private static ColumnFacts said(Map<?, ?> map) {
    FactWords here = new FactWords();
    map.forEach(
        (key, value) -> {
          if (value != null && !isContainer(value)) {
            here.line(string(key) + ": " + string(value));
          }
        });
    map.forEach(
        (key, value) -> {
          if (NAMES.contains(UploadColumn.plain(string(key))) && !isContainer(value)) {
            here.fact(ColumnFacts.OBJECT, string(value));
          }
        });
    return here.facts();
  }

  /** Objects, each as texts by name; none when the items are something else. */
  private List<Map<String, String>> rows(List<?> items) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> map)) {
        return List.of();
      }
      Map<String, String> row = new LinkedHashMap<>();
      put(map, row);
      rows.add(row);
    }
    in.held().cells(rows.size(), rows.isEmpty() ? 0 : rows.get(0).size());
    return rows;
  }

  private static void put(Map<?, ?> from, Map<String, String> row) {
    from.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner
              && WRAPPERS.contains(UploadColumn.plain(string(key)))) {
            put(inner, row);
          } else {
            row.putIfAbsent(string(key), string(value));
          }
        });
  }

  private static boolean hasTime(Map<String, String> row) {
    return Synonyms.nameATime(row.keySet().stream().map(UploadColumn::named).toList());
  }

  /** The rows of an object whose members are columns; none when they are not. */
  private List<Map<String, String>> columns(Map<?, ?> map) {
    if (map.get("columns") instanceof List<?> names && map.get("data") instanceof List<?> data) {
      return apart(names, data);
    }
    Map<String, List<?>> arrays = arrays(map);
    if (arrays.size() < 2 || !Synonyms.nameATime(names(arrays.keySet()))) {
      return List.of();
    }
    List<Integer> sizes = arrays.values().stream().map(List::size).distinct().toList();
    if (sizes.size() > 1) {
      throw refused(
          "its arrays %s have different lengths, %s".formatted(arrays.keySet(), sizes),
          "Write the file again with one value, or null, for each time in every array");
    }
    return turned(arrays, sizes.get(0));
  }

  /** The members that are arrays of values. */
  private static Map<String, List<?>> arrays(Map<?, ?> map) {
    Map<String, List<?>> arrays = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          List<?> list = items(value);
          if (list != null
              && !list.isEmpty()
              && list.stream().noneMatch(JsonDocument::isContainer)) {
            arrays.put(string(key), list);
          }
        });
    return arrays;
  }

  private List<Map<String, String>> turned(Map<String, List<?>> arrays, int size) {
    in.held().cells(size, arrays.size());
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Map.Entry<String, List<?>> array : arrays.entrySet()) {
        row.put(array.getKey(), string(array.getValue().get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Names in one array, rows in another. */
  private List<Map<String, String>> apart(List<?> names, List<?> data) {
    List<String> texts = names.stream().map(JsonTables::string).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Object item : data) {
      if (!(item instanceof List<?> cells) || cells.size() != texts.size()) {
        throw refused(
            "a row of its data has not the %s cells of its columns".formatted(texts.size()),
            "Write the file again with as many values in each row as there are columns");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        row.put(texts.get(i), string(cells.get(i)));
      }
      rows.add(row);
    }
    in.held().cells(rows.size(), texts.size());
    return Synonyms.nameATime(names(texts)) ? rows : List.of();
  }

  private static boolean isContainer(@Nullable Object value) {
    return value instanceof Map || value instanceof List;
  }

  private RawTable table(List<Part> found) {
    List<String> tables = found.stream().map(Part::table).distinct().toList();
    if (tables.size() > 1) {
      throw refused(
          "it holds several tables, %s".formatted(tables),
          "Upload each of them as a file of its own, an array of objects");
    }
    ColumnFacts facts = common(found);
    return table(facts, found.stream().flatMap(part -> part.rows.stream()).toList());
  }

  private RawTable table(ColumnFacts facts, List<Map<String, String>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    in.held().columns(names.size());
    in.held().cells(rows.size(), names.size());
    List<List<String>> cells =
        rows.stream()
            .map(row -> names.stream().map(name -> row.getOrDefault(name, "")).toList())
            .toList();
    Conventions manual =
        names.contains(LIMIT)
            ? Conventions.NONE.roles(UploadColumn.plain(LIMIT) + "=limit-flag")
            : Conventions.NONE;
    return new RawTable("json", names(names), false, facts, manual, Rows.of(cells));
  }

  /** What is said around all parts alike; what they say differently goes into their rows. */
  private ColumnFacts common(List<Part> found) {
    ColumnFacts first = found.get(0).facts;
    Map<String, String> common = new LinkedHashMap<>(first.values());
    for (String key : keys(found)) {
      if (found.stream().allMatch(part -> part.facts.get(key).equals(first.get(key)))) {
        continue;
      }
      common.remove(key);
      if (COLUMNS.containsKey(key)) {
        found.forEach(part -> part.rows.forEach(row -> spread(key, part, row)));
      } else if (!FactWords.isList(key)) {
        throw refused(
            "its parts differ in '%s'".formatted(key), "Upload each part as a file of its own");
      }
    }
    return new ColumnFacts(common);
  }

  private static Set<String> keys(List<Part> found) {
    Set<String> keys = new LinkedHashSet<>();
    found.forEach(part -> keys.addAll(part.facts.values().keySet()));
    return keys;
  }

  private static void spread(String key, Part part, Map<String, String> row) {
    row.putIfAbsent(COLUMNS.getOrDefault(key, key), part.facts.get(key));
  }

  private static List<UploadColumn> names(Iterable<String> texts) {
    List<UploadColumn> columns = new ArrayList<>();
    texts.forEach(text -> columns.add(UploadColumn.named(text)));
    return columns;
  }

  private UploadRefusedException refused(String why, String remedy) {
    return UploadRefusedException.unrecognized(in.name(), why, remedy);
  }
}
