package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.novacat.transforms.photometry.text.JsonText;
import org.novacat.transforms.photometry.text.Numbers;

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
            ? OpenCatalog.table(events, in.held())
            : root instanceof List<?> items ? array(items, in.held()) : null;
    if (table == null) {
      throw UploadRefusedException.unrecognized(
          in.name(),
          "it is JSON without photometry in it",
          "Upload the layout of the Open Catalogs, or an array of objects or of pairs");
    }
    return KnownTables.recognised(table, in);
  }

  private static @Nullable Object parsed(TextUpload in) {
    in.held().bytes(2L * in.text().bytes().length);
    try {
      return JsonText.parse(in.text().head(Integer.MAX_VALUE), in.held()::bytes);
    } catch (IllegalArgumentException e) {
      throw UploadRefusedException.unrecognized(
          in.name(), String.valueOf(e.getMessage()), "Write the file again as valid JSON");
    }
  }

  private static @Nullable RawTable array(List<?> items, Held held) {
    if (items.stream().allMatch(List.class::isInstance)) {
      return pairs(items, held);
    }
    if (!items.stream().allMatch(Map.class::isInstance)) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>();
    for (Object item : items) {
      ((Map<?, ?>) item).keySet().forEach(name -> names.add(string(name)));
      held.columns(names.size());
    }
    held.cells(items.size(), names.size());
    List<List<String>> rows = new ArrayList<>();
    for (Object item : items) {
      rows.add(names.stream().map(name -> string(((Map<?, ?>) item).get(name))).toList());
    }
    return table("json", names.stream().map(UploadColumn::named).toList(), Conventions.NONE, rows);
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
