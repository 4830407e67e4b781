package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.text.JsonText;
import org.novacat.transforms.photometry.text.Numbers;

/**
 * JSON: the files of the Open Catalogs (one event or several, by name, each with its {@code
 * photometry} and {@code sources}; Guillochon et al. 2017, ApJ 835, 64), arrays of objects, and
 * bare arrays of pairs. A row's number is that of its element, from 1.
 */
final class JsonTables {
  private static final List<String> OSC =
      List.of(
          "object",
          "time",
          "magnitude",
          "e_magnitude",
          "band",
          "upperlimit",
          "system",
          "telescope",
          "instrument",
          "observer",
          "bibcode");

  private static final List<String> MAGNITUDES =
      List.of("magnitude", "e_magnitude", "band", "upperlimit");

  static final String OSC_FORMAT = "osc-json";

  static final Conventions OSC_MANUAL =
      Conventions.NONE.roles(
          "time",
          Role.EPOCH,
          "magnitude",
          Role.VALUE,
          "emagnitude",
          Role.ERROR,
          "upperlimit",
          Role.LIMIT_FLAG);

  private JsonTables() {}

  /** Null when the text begins neither an object nor an array. */
  static @Nullable RawTable open(Input in) {
    String head = in.head().stripLeading();
    if (!head.startsWith("{") && !head.startsWith("[")) {
      return null;
    }
    Object root = parsed(in);
    RawTable table =
        root instanceof Map<?, ?> events
            ? openCatalog(events)
            : root instanceof List<?> items ? array(items) : null;
    if (table == null) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot read '%s': it is JSON without photometry in it".formatted(in.name()),
          "Upload the layout of the Open Catalogs, or an array of objects or of pairs");
    }
    return KnownTables.recognised(table, in);
  }

  private static @Nullable Object parsed(Input in) {
    try {
      return JsonText.parse(in.text().head(Integer.MAX_VALUE));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot read '%s': %s".formatted(in.name(), e.getMessage()),
          "Write the file again as valid JSON");
    }
  }

  private static @Nullable RawTable openCatalog(Map<?, ?> events) {
    List<List<String>> rows = new ArrayList<>();
    String unit = "MJD";
    boolean any = false;
    for (Map.Entry<?, ?> event : events.entrySet()) {
      if (event.getValue() instanceof Map<?, ?> body
          && body.get("photometry") instanceof List<?> items) {
        any = true;
        String name = string(body.get("name"));
        Map<String, String> bibcodes = bibcodes(body.get("sources"));
        for (Object item : items) {
          Map<?, ?> row = item instanceof Map<?, ?> map ? map : Map.of();
          unit = row.get("u_time") == null ? unit : string(row.get("u_time"));
          rows.add(row(name.isEmpty() ? string(event.getKey()) : name, row, bibcodes));
        }
      }
    }
    return any ? table(OSC_FORMAT, columns(OSC, unit), OSC_MANUAL, rows) : null;
  }

  private static List<Column> columns(List<String> names, String timeUnit) {
    return names.stream()
        .map(name -> new Column(name, name.equals("time") ? timeUnit : "", "", ""))
        .toList();
  }

  private static List<String> row(String object, Map<?, ?> item, Map<String, String> bibcodes) {
    List<String> cells = new ArrayList<>();
    for (String name : OSC) {
      boolean limitless = item.get("magnitude") == null && MAGNITUDES.contains(name);
      cells.add(limitless ? "" : string(item.get(name)));
    }
    cells.set(0, object);
    String source = string(item.get("source")).split(",")[0].strip();
    cells.set(OSC.size() - 1, bibcodes.getOrDefault(source, ""));
    return cells;
  }

  private static Map<String, String> bibcodes(@Nullable Object sources) {
    Map<String, String> out = new HashMap<>();
    if (sources instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> source) {
          out.put(string(source.get("alias")), string(source.get("bibcode")));
        }
      }
    }
    return out;
  }

  private static @Nullable RawTable array(List<?> items) {
    if (items.stream().allMatch(List.class::isInstance)) {
      return pairs(items);
    }
    if (!items.stream().allMatch(Map.class::isInstance)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    items.forEach(
        item ->
            ((Map<?, ?>) item)
                .keySet().stream()
                    .map(JsonTables::string)
                    .filter(name -> !names.contains(name))
                    .forEach(names::add));
    List<List<String>> rows = new ArrayList<>();
    for (Object item : items) {
      rows.add(names.stream().map(name -> string(((Map<?, ?>) item).get(name))).toList());
    }
    return table("json", names.stream().map(Column::named).toList(), Conventions.NONE, rows);
  }

  /** Times of small numbers count from somewhere. */
  private static RawTable pairs(List<?> items) {
    List<List<String>> rows = new ArrayList<>();
    int widest = 0;
    boolean small = true;
    for (Object item : items) {
      List<String> row = ((List<?>) item).stream().map(JsonTables::string).toList();
      rows.add(row);
      widest = Math.max(widest, row.size());
      small &= !row.isEmpty() && Math.abs(number(row.get(0))) < 10_000;
    }
    Conventions said =
        small
            ? Conventions.NONE.time(TimeFrame.daysSince("the times are small numbers"))
            : Conventions.NONE;
    return table("json-pairs", Header.unnamed(widest), said, rows);
  }

  private static double number(String text) {
    return Numbers.parse(text);
  }

  private static RawTable table(
      String format, List<Column> columns, Conventions said, List<List<String>> rows) {
    return new RawTable(format, columns, false, Facts.NONE, said, Rows.of(rows));
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : Objects.toString(value).strip();
  }
}
