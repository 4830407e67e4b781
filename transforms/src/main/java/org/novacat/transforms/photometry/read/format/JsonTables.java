package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.JsonText;
import org.novacat.transforms.text.Numbers;

/**
 * JSON: the files of the {@linkplain OpenCatalog Open Catalogs}, arrays of objects, and bare arrays
 * of pairs. A row's number is that of its element, from 1.
 */
final class JsonTables {
  private JsonTables() {}

  /** Null when the text begins neither an object nor an array. */
  static @Nullable RawTable open(TextUpload in) {
    String head = in.head().stripLeading();
    if (!head.startsWith("{") && !head.startsWith("[")) {
      return null;
    }
    Object root = parsed(in);
    RawTable table =
        root instanceof Map<?, ?> events
            ? ofDocument(events, in)
            : root instanceof List<?> items ? array(items, in) : null;
    if (table == null) {
      throw UploadRefusedException.unrecognized(
          in.name(),
          "it is JSON without photometry in it",
          "Upload the layout of the Open Catalogs, or an array of objects with a time each: "
              + "[{\"mjd\": 59291.1, \"mag\": 12.3, \"filter\": \"V\"}]");
    }
    return KnownTables.recognised(table, in);
  }

  private static @Nullable Object parsed(TextUpload in) {
    in.held().bytes(2L * in.text().bytes().length);
    String text = in.text().head(Integer.MAX_VALUE);
    try {
      return JsonText.parse(text, in.held()::bytes);
    } catch (IllegalArgumentException e) {
      List<Object> values = lines(text, in);
      if (values.size() > 1) {
        return values;
      }
      throw UploadRefusedException.unrecognized(
          in.name(), String.valueOf(e.getMessage()), "Write the file again as valid JSON");
    }
  }

  /**
   * The values of JSON Lines, an object or an array on each line; none when the first is no value.
   *
   * @throws RefusedException when the first line is one and another is not
   */
  private static List<Object> lines(String text, TextUpload in) {
    List<Object> values = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      try {
        Object value = line.isBlank() ? null : JsonText.parse(line, in.held()::bytes);
        if (value != null) {
          values.add(value);
        }
      } catch (IllegalArgumentException e) {
        if (values.isEmpty()) {
          return values;
        }
        throw noJson(in, number, e);
      }
    }
    return values;
  }

  private static UploadRefusedException noJson(
      TextUpload in, int number, IllegalArgumentException why) {
    return UploadRefusedException.unrecognized(
        in.name(),
        "line %s is no JSON: %s".formatted(number, why.getMessage()),
        "Mend the line or leave it out: each line is one object");
  }

  private static @Nullable RawTable ofDocument(Map<?, ?> document, TextUpload in) {
    RawTable catalog = OpenCatalog.table(document, in.held());
    return catalog != null ? catalog : JsonDocument.table(document, in);
  }

  private static @Nullable RawTable array(List<?> items, TextUpload in) {
    return items.stream().allMatch(List.class::isInstance)
        ? pairs(items, in.held())
        : JsonDocument.table(items, in);
  }

  /** Times of small numbers count from somewhere. */
  private static RawTable pairs(List<?> items, Held held) {
    List<List<String>> rows = new ArrayList<>();
    int widest = 0;
    boolean small = true;
    for (Object item : items) {
      List<String> row = ((List<?>) item).stream().map(JsonTables::string).toList();
      held.row(row);
      held.columns(row.size());
      rows.add(row);
      widest = Math.max(widest, row.size());
      small &= !row.isEmpty() && Math.abs(Numbers.parse(row.get(0))) < 10_000;
    }
    Conventions said =
        small
            ? Conventions.NONE.time(TimeFrame.daysSince("the times are small numbers"))
            : Conventions.NONE;
    return table("json-pairs", HeaderLine.unnamed(widest), said, rows);
  }

  static RawTable table(
      String format, List<UploadColumn> columns, Conventions said, List<List<String>> rows) {
    return new RawTable(format, columns, false, ColumnFacts.NONE, said, Rows.of(rows));
  }

  static String string(@Nullable Object value) {
    return value == null ? "" : Objects.toString(value).strip();
  }
}
