package org.novacat.fits.spark.table;

import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Element;

/** The type of Spark for each column of FITS, and the common type of two. */
final class SparkTypes {
  /** 20 digits hold every unsigned integer of 64 bits. */
  static final DataType UINT64 = DataTypes.createDecimalType(20, 0);

  private static final List<DataType> WHOLE =
      List.of(
          DataTypes.ByteType,
          DataTypes.ShortType,
          DataTypes.IntegerType,
          DataTypes.LongType,
          UINT64);

  private SparkTypes() {}

  /** The type of a column: a scalar, or an array where each row has several elements. */
  static DataType of(TableColumn column) {
    DataType element = of(column.element());
    return column.isArray()
        ? DataTypes.createArrayType(element, column.element().hasNull())
        : element;
  }

  private static DataType of(Element element) {
    return switch (element.value()) {
      case LOGICAL, BIT -> DataTypes.BooleanType;
      case INT8 -> DataTypes.ByteType;
      case UINT8, INT16 -> DataTypes.ShortType;
      case UINT16, INT32 -> DataTypes.IntegerType;
      case UINT32, INT64 -> DataTypes.LongType;
      case UINT64 -> UINT64;
      case FLOAT32 -> DataTypes.FloatType;
      case FLOAT64 -> DataTypes.DoubleType;
      case TEXT -> DataTypes.StringType;
      case COMPLEX32 -> complex(DataTypes.FloatType);
      case COMPLEX64 -> complex(DataTypes.DoubleType);
    };
  }

  private static StructType complex(DataType part) {
    return new StructType().add("re", part, false).add("im", part, false);
  }

  /** The narrowest type that holds the values of both; null when there is none. */
  static @Nullable DataType common(DataType a, DataType b) {
    if (a.equals(b)) {
      return a;
    }
    if (a instanceof ArrayType || b instanceof ArrayType) {
      DataType element = common(elementOf(a), elementOf(b));
      return element == null
          ? null
          : DataTypes.createArrayType(element, containsNull(a) || containsNull(b));
    }
    if (a instanceof StructType x && b instanceof StructType y) {
      DataType part = common(part(x), part(y));
      return part == null ? null : complex(part);
    }
    return commonNumber(a, b);
  }

  private static @Nullable DataType commonNumber(DataType a, DataType b) {
    int whole = Math.max(wholeRank(a), wholeRank(b));
    if (wholeRank(a) > 0 && wholeRank(b) > 0) {
      return wholeRank(a) == whole ? a : b;
    }
    return isNumber(a) && isNumber(b) ? DataTypes.DoubleType : null;
  }

  private static boolean isNumber(DataType type) {
    return wholeRank(type) > 0
        || type.equals(DataTypes.FloatType)
        || type.equals(DataTypes.DoubleType);
  }

  /** Integer types by width; 0 for what is none. */
  private static int wholeRank(DataType type) {
    return WHOLE.indexOf(type) + 1;
  }

  private static DataType elementOf(DataType type) {
    return type instanceof ArrayType array ? array.elementType() : type;
  }

  private static boolean containsNull(DataType type) {
    return !(type instanceof ArrayType array) || array.containsNull();
  }

  private static DataType part(StructType complex) {
    StructField first = complex.fields()[0];
    return first.dataType();
  }

  /** Whether values of the one type can be read as the other without loss of range. */
  static boolean canRead(DataType stored, DataType wanted) {
    DataType common = common(stored, wanted);
    return common != null && sameButNulls(common, wanted);
  }

  private static boolean sameButNulls(DataType a, DataType b) {
    return (a instanceof ArrayType x && b instanceof ArrayType y)
        ? x.elementType().equals(y.elementType())
        : a.equals(b);
  }
}
