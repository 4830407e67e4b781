package org.novacat.jobs.query;

import java.util.ArrayList;
import java.util.List;
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
  private final List<Function<T, @Nullable Object>> cells = new ArrayList<>();

  /** A column of texts; the cell is what the value's {@code toString} says. */
  ItemTable<T> text(String name, String comment, Function<T, @Nullable Object> cell) {
    return column(name, DataTypes.StringType, comment, item -> text(cell.apply(item)));
  }

  /** A column of whole numbers. */
  ItemTable<T> whole(String name, String comment, Function<T, @Nullable Long> cell) {
    return column(name, DataTypes.LongType, comment, cell::apply);
  }

  /** A column of numbers. */
  ItemTable<T> number(String name, String comment, Function<T, @Nullable Double> cell) {
    return column(name, DataTypes.DoubleType, comment, cell::apply);
  }

  /** A column of any type of Spark's, with cells as Spark wants them in rows. */
  ItemTable<T> column(
      String name, DataType type, String comment, Function<T, @Nullable Object> cell) {
    fields.add(field(name, type, comment));
    cells.add(cell);
    return this;
  }

  /** A column that may be null, with the comment that DESCRIBE shows. */
  static StructField field(String name, DataType type, String comment) {
    return new StructField(name, type, true, Metadata.empty()).withComment(comment);
  }

  StructType schema() {
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The rows of all items, which are read now. */
  Dataset<Row> rows(SparkSession spark, Stream<T> items) {
    try (items) {
      return spark.createDataFrame(items.map(this::row).toList(), schema());
    }
  }

  private Row row(T item) {
    return RowFactory.create(cells.stream().map(cell -> cell.apply(item)).toArray());
  }

  private static @Nullable String text(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.isEmpty() ? null : text;
  }
}
