package org.novacat.persistence.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bulk.ReadOptions.Mode;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemJson;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;

/** Makes rows, in Spark's own form, of items. */
final class RowMaker {
  private static final Attribute NULL = new Attribute.Foreign(Attribute.Foreign.NULL, "");
  private static final int LONGEST_SHOWN = 100;

  private final StructField[] fields;
  private final Mode mode;
  private final Set<String> ofItem;

  /** Thrown inside for a value that does not fit; its place is known further out. */
  private static final class Misfit extends Exception {
    Misfit() {
      super(null, null, false, false);
    }
  }

  RowMaker(StructType schema, ReadOptions options) {
    this.fields = schema.fields();
    this.mode = options.mode();
    this.ofItem = options.attributes();
  }

  /**
   * The row of an item.
   *
   * @throws SchemaException when a column cannot hold its attribute, unless that is to be null
   */
  InternalRow row(RawItem item) {
    @Nullable Object[] row = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      row[i] = cell(item, fields[i]);
    }
    return new GenericInternalRow(row);
  }

  private @Nullable Object cell(RawItem item, StructField field) {
    if (field.name().equals(Columns.ITEM)) {
      // What else was asked for, because other columns or conditions need it, is none of it.
      return UTF8String.fromString(ItemJson.write(Scan.projected(item, ofItem)));
    }
    Attribute value = item.value(field.name());
    try {
      return value(value, field.dataType());
    } catch (Misfit e) {
      if (mode == Mode.PERMISSIVE) {
        return null;
      }
      throw new SchemaException(
          "Cannot read item '%s': its attribute '%s' is %s, which a column of type %s cannot hold (give the column another type, or the option mode=permissive to have null)"
              .formatted(item.key(), field.name(), shown(value), field.dataType().sql()));
    }
  }

  private static String shown(@Nullable Attribute value) {
    if (value == null) {
      return "missing";
    }
    String text = ItemJson.write(Map.of("value", value));
    String alone = text.substring("{\"value\":".length(), text.length() - 1);
    boolean isLong = alone.length() > LONGEST_SHOWN;
    return value.typeName() + " " + (isLong ? alone.substring(0, LONGEST_SHOWN) + "…" : alone);
  }

  private static @Nullable Object value(@Nullable Attribute value, DataType type) throws Misfit {
    if (value == null || value.equals(NULL)) {
      return null;
    }
    if (value instanceof Attribute.Text text) {
      return text(text.value(), type);
    }
    if (value instanceof Attribute.Num num) {
      return number(num.value(), type);
    }
    if (value instanceof Attribute.Flag flag && type instanceof BooleanType) {
      return flag.value();
    }
    if (value instanceof Attribute.Many many && type instanceof ArrayType array) {
      return array(many.values(), array.elementType());
    }
    if (value instanceof Attribute.Group group) {
      return group(group.values(), type);
    }
    throw new Misfit();
  }

  private static Object text(String text, DataType type) throws Misfit {
    if (type instanceof StringType) {
      return UTF8String.fromString(text);
    }
    if (type instanceof TimestampType) {
      try {
        Instant instant = Instant.parse(text);
        return Math.addExact(
            Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
      } catch (DateTimeException | ArithmeticException e) {
        throw new Misfit();
      }
    }
    throw new Misfit();
  }

  private static Object number(BigDecimal number, DataType type) throws Misfit {
    try {
      if (type instanceof LongType) {
        return number.longValueExact();
      } else if (type instanceof IntegerType) {
        return number.intValueExact();
      } else if (type instanceof DoubleType) {
        return finite(number.doubleValue());
      } else if (type instanceof DecimalType decimal) {
        return decimal(number, decimal);
      }
    } catch (ArithmeticException e) {
      throw new Misfit();
    }
    throw new Misfit();
  }

  private static double finite(double value) throws Misfit {
    if (Double.isInfinite(value)) {
      throw new Misfit();
    }
    return value;
  }

  private static Decimal decimal(BigDecimal number, DecimalType type) throws Misfit {
    BigDecimal scaled = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    if (scaled.precision() > type.precision()) {
      throw new Misfit();
    }
    return Decimal.apply(scaled, type.precision(), type.scale());
  }

  private static GenericArrayData array(List<Attribute> values, DataType type) throws Misfit {
    @Nullable Object[] cells = new Object[values.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = value(values.get(i), type);
    }
    return new GenericArrayData(cells);
  }

  private static Object group(Map<String, Attribute> values, DataType type) throws Misfit {
    if (type instanceof MapType map) {
      return map(values, map.valueType());
    }
    if (type instanceof StructType struct) {
      StructField[] parts = struct.fields();
      @Nullable Object[] cells = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        cells[i] = value(values.get(parts[i].name()), parts[i].dataType());
      }
      return new GenericInternalRow(cells);
    }
    throw new Misfit();
  }

  private static ArrayBasedMapData map(Map<String, Attribute> values, DataType type) throws Misfit {
    String[] names = values.keySet().stream().sorted().toArray(String[]::new);
    Object[] keys = new Object[names.length];
    @Nullable Object[] cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] = UTF8String.fromString(names[i]);
      cells[i] = value(values.get(names[i]), type);
    }
    return new ArrayBasedMapData(new GenericArrayData(keys), new GenericArrayData(cells));
  }
}
