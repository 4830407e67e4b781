package org.novacat.jobs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Items as rows: the columns of a table, each with what it takes from an item. */
final class ItemTable<T> {
  private final List<StructField> fields = new ArrayList<>();
  private final List<Cell<T>> cells = new ArrayList<>();

  /** A column of texts; the cell is what the value's {@code toString} says. */
  ItemTable<T> text(String name, String comment, Cell<T> cell) {
    Function<T, @Nullable Object> text = item -> text(cell.value().apply(item));
    return column(name, DataTypes.StringType, comment, new Cell<>(cell.attributes(), text));
  }

  /** The same of items that are read whole. */
  ItemTable<T> text(String name, String comment, Function<T, ? extends @Nullable Object> cell) {
    return text(name, comment, new Cell<>(Set.of(), cell));
  }

  /** A column of whole numbers. */
  ItemTable<T> whole(String name, String comment, Cell<T> cell) {
    return column(name, DataTypes.LongType, comment, cell);
  }

  /** A column of numbers. */
  ItemTable<T> number(String name, String comment, Cell<T> cell) {
    return column(name, DataTypes.DoubleType, comment, cell);
  }

  /** The same of items that are read whole. */
  ItemTable<T> number(String name, String comment, Function<T, @Nullable Double> cell) {
    return number(name, comment, new Cell<>(Set.of(), cell));
  }

  /** A column of any type of Spark's, with cells as Spark wants them in rows. */
  ItemTable<T> column(String name, DataType type, String comment, Cell<T> cell) {
    fields.add(field(name, type, comment));
    cells.add(cell);
    return this;
  }

  /** The same of items that are read whole. */
  ItemTable<T> column(
      String name, DataType type, String comment, Function<T, ? extends @Nullable Object> cell) {
    return column(name, type, comment, new Cell<>(Set.of(), cell));
  }

  /** A column that may be null, with the comment that DESCRIBE shows. */
  static StructField field(String name, DataType type, String comment) {
    return new StructField(name, type, true, Metadata.empty()).withComment(comment);
  }

  StructType schema() {
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The rows of few items, which are read now. */
  Dataset<Row> rows(SparkSession spark, Stream<T> items) {
    Function<T, Row> row = row(schema().fieldNames());
    try (items) {
      return spark.createDataFrame(items.map(row).toList(), schema());
    }
  }

  /** Makes rows of these columns. */
  Function<T, Row> row(String... columns) {
    List<Cell<T>> wanted = cells(columns);
    return item ->
        RowFactory.create(wanted.stream().map(cell -> cell.value().apply(item)).toArray());
  }

  /** The attributes that have to be read for these columns, beside those that every item has. */
  Set<String> attributes(String... columns) {
    Set<String> names = new TreeSet<>();
    cells(columns).forEach(cell -> names.addAll(cell.attributes()));
    return names;
  }

  private List<Cell<T>> cells(String... columns) {
    StructType schema = schema();
    return Stream.of(columns).map(column -> cells.get(schema.fieldIndex(column))).toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.isEmpty() ? null : text;
  }
}
