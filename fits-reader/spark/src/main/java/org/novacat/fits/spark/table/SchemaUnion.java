package org.novacat.fits.spark.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.spark.file.ListedFile;

/**
 * Columns by name, whatever the case, over many files. The spelling of the first file stands, and
 * what the files disagree about is told in the comment of the column.
 */
final class SchemaUnion {
  private final Map<String, Merged> columns = new LinkedHashMap<>();

  /** A column, the types it has, and the first file of each type. */
  private static final class Merged {
    private final TableColumn first;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private @Nullable DataType type;

    Merged(TableColumn first, DataType type) {
      this.first = first;
      this.type = type;
    }

    void add(DataType other, String path) {
      String name = other.catalogString();
      counts.merge(name, 1, Integer::sum);
      examples.putIfAbsent(name, path);
      type = type == null ? null : SparkTypes.common(type, other);
    }

    boolean disagrees() {
      return counts.size() > 1;
    }

    String told() {
      return counts.entrySet().stream()
          .map(e -> "%s in %s files".formatted(e.getKey(), e.getValue()))
          .collect(Collectors.joining(", "));
    }
  }

  /** Adds the columns of one file. */
  void add(ListedFile file, List<TableColumn> found) {
    for (TableColumn column : found) {
      DataType type = SparkTypes.of(column);
      columns
          .computeIfAbsent(column.name().toLowerCase(Locale.ROOT), name -> new Merged(column, type))
          .add(type, file.path());
    }
  }

  /** What files disagree about, one sentence for each such column. */
  List<String> disagreements() {
    return columns.values().stream()
        .filter(Merged::disagrees)
        .map(column -> "%s: %s".formatted(column.first.name(), column.told()))
        .toList();
  }

  /**
   * All columns in the order in which they were first met.
   *
   * @throws IllegalArgumentException when a column has types without a common one
   */
  StructType schema() {
    StructType schema = new StructType();
    for (Merged column : columns.values()) {
      DataType type = column.type;
      if (type == null) {
        throw new IllegalArgumentException(
            "Cannot read FITS: column '%s' has types without a common one: %s (read these apart, or leave the column out of a schema that you give)"
                .formatted(column.first.name(), column.examples));
      }
      schema = schema.add(new StructField(column.first.name(), type, true, metadata(column)));
    }
    return schema;
  }

  private static Metadata metadata(Merged column) {
    TableColumn first = column.first;
    MetadataBuilder metadata = new MetadataBuilder();
    put(metadata, "unit", first.column().unit());
    put(metadata, "ucd", first.column().ucd());
    put(metadata, "utype", first.column().utype());
    put(metadata, "dimensions", first.dimensions());
    put(metadata, "comment", comment(column));
    return metadata.build();
  }

  private static String comment(Merged column) {
    String unit = column.first.column().unit();
    return column.disagrees() ? (unit + " (" + column.told() + ")").strip() : unit;
  }

  private static void put(MetadataBuilder metadata, String key, String text) {
    if (!text.isEmpty()) {
      metadata.putString(key, text);
    }
  }
}
