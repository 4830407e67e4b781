package org.novacat.spectral.index;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** What the values of a column of the index are. */
public enum ColumnKind {
  /** {@link Long}. */
  INTEGER,
  /** {@link Float}; NaN is a value. */
  FLOAT,
  /** {@link Double}; NaN is a value. */
  DOUBLE,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link String}. */
  TEXT,
  /** Nested or repeated values, dates, decimals and such, which are not read. */
  OTHER;

  static ColumnKind of(ColumnDescriptor column) {
    if (column.getPath().length > 1 || column.getMaxRepetitionLevel() > 0) {
      return OTHER;
    }
    PrimitiveType type = column.getPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case INT32, INT64 -> isPlain(meaning) ? INTEGER : OTHER;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case BOOLEAN -> BOOLEAN;
      case BINARY -> isText(meaning) ? TEXT : OTHER;
      case INT96, FIXED_LEN_BYTE_ARRAY -> OTHER;
    };
  }

  private static boolean isPlain(LogicalTypeAnnotation meaning) {
    return meaning == null || (meaning instanceof IntLogicalTypeAnnotation i && i.isSigned());
  }

  private static boolean isText(LogicalTypeAnnotation meaning) {
    return LogicalTypeAnnotation.stringType().equals(meaning)
        || LogicalTypeAnnotation.enumType().equals(meaning);
  }
}
