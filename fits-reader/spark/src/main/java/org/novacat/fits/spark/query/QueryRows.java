package org.novacat.fits.spark.query;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Refusal;

/** Rows and their parts in the forms in which Spark keeps them. */
public final class QueryRows {
  private QueryRows() {}

  /**
   * A row of the columns that are asked for: what the facts know, and of the others what {@code
   * value} gives for their name.
   */
  public static InternalRow of(
      StructType schema, Facts facts, Function<String, @Nullable Object> value) {
    StructField[] fields = schema.fields();
    @Nullable Object[] row = new @Nullable Object[fields.length];
    for (int i = 0; i < row.length; i++) {
      String name = fields[i].name();
      row[i] = facts.knows(name) ? Constants.internal(facts.value(name)) : value.apply(name);
    }
    return new GenericInternalRow(row);
  }

  /** A row of nulls but for the facts, and why. */
  public static InternalRow corrupt(ScanSpec spec, Facts facts, Refusal refusal) {
    String column = spec.options().corruptColumn();
    return of(
        spec.schema(), facts, name -> name.equals(column) ? CorruptRecord.row(refusal) : null);
  }

  /** A struct. */
  public static InternalRow struct(@Nullable Object... values) {
    return new GenericInternalRow(values);
  }

  public static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  /** The text, or null when it is empty. */
  public static @Nullable UTF8String textOrNull(String text) {
    return text.isEmpty() ? null : text(text);
  }

  public static ArrayData array(double[] values) {
    return UnsafeArrayData.fromPrimitiveArray(values);
  }

  public static ArrayData array(int[] values) {
    return UnsafeArrayData.fromPrimitiveArray(values);
  }

  /** An array of parts that are in Spark's form. */
  public static ArrayData array(Collection<?> parts) {
    return new GenericArrayData(parts.toArray());
  }

  public static MapData map(Map<String, String> map) {
    return new ArrayBasedMapData(
        array(map.keySet().stream().map(QueryRows::text).toList()),
        array(map.values().stream().map(QueryRows::text).toList()));
  }
}
