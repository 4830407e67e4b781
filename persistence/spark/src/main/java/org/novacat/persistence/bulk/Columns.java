package org.novacat.persistence.bulk;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Table;

/** The columns that items can be read as: each is the attribute of its name. */
final class Columns {
  /** The column that is the whole item, as JSON. */
  static final String ITEM = "item";

  /** What is read where nothing else is said: what every item has, and all of it. */
  static final StructType USUAL =
      new StructType()
          .add(ItemKey.PARTITION, DataTypes.StringType, false)
          .add(ItemKey.SORT, DataTypes.StringType, false)
          .add("entity_type", DataTypes.StringType)
          .add("schema_version", DataTypes.StringType)
          .add("created_at", DataTypes.TimestampType)
          .add("updated_at", DataTypes.TimestampType)
          .add("version", DataTypes.LongType)
          .add(ITEM, DataTypes.StringType);

  private static final Set<DataType> SIMPLE =
      Set.of(
          DataTypes.StringType,
          DataTypes.BooleanType,
          DataTypes.IntegerType,
          DataTypes.LongType,
          DataTypes.DoubleType,
          DataTypes.TimestampType);

  private Columns() {}

  /**
   * Checks that attributes can be of these types.
   *
   * @throws IllegalArgumentException when one cannot
   */
  static void check(StructType schema) {
    for (StructField field : schema.fields()) {
      boolean isWhole =
          field.name().equals(ITEM) && !field.dataType().sameType(DataTypes.StringType);
      if (isWhole || !canHold(field.dataType())) {
        throw new IllegalArgumentException(
            "Cannot read novacat-table: column '%s' is of type %s (attributes are strings, booleans, int, bigint, double, decimals, timestamps, and arrays, maps and structs of these; 'item' is a string)"
                .formatted(field.name(), field.dataType().sql()));
      }
    }
  }

  private static boolean canHold(DataType type) {
    if (type instanceof ArrayType array) {
      return canHold(array.elementType());
    }
    if (type instanceof MapType map) {
      return map.keyType().sameType(DataTypes.StringType) && canHold(map.valueType());
    }
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> canHold(field.dataType()));
    }
    return type instanceof DecimalType || SIMPLE.contains(type);
  }

  /**
   * The attributes that rows are made of, beside the keys; empty for all of them.
   *
   * @param schema of the rows
   * @param ofItem those that the column with the whole item has; empty for all
   */
  static Set<String> attributes(StructType schema, Set<String> ofItem) {
    Set<String> names = new TreeSet<>(Arrays.asList(schema.fieldNames()));
    if (names.remove(ITEM)) {
      if (ofItem.isEmpty()) {
        return Set.of();
      }
      names.addAll(ofItem);
    }
    names.remove(ItemKey.PARTITION);
    names.remove(ItemKey.SORT);
    names.add(Table.TTL);
    return names;
  }
}
