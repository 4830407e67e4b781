package org.novacat.jobs.photometry.table;

import java.util.EnumMap;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.PhotometryColumn;

/** Cells of tables of any version, and what stands for a column that a version did not have. */
final class OldTables {
  private static final Map<PhotometryColumn, String> UNKNOWN =
      new EnumMap<>(
          Map.of(
              PhotometryColumn.TIME_SCALE, "UNKNOWN",
              PhotometryColumn.TIME_REF, "UNKNOWN",
              PhotometryColumn.DATA_RIGHTS, "OTHER",
              PhotometryColumn.DATA_ORIGIN, "operator_upload",
              PhotometryColumn.BAND_RESOLUTION_TYPE, "generic_fallback",
              PhotometryColumn.BAND_RESOLUTION_CONFIDENCE, "low"));

  private OldTables() {}

  /** The cell of a row; null where there is none and nothing stands for it. */
  static @Nullable Object cell(Group row, PhotometryColumn column) {
    String name = column.columnName();
    if (!row.getType().containsField(name)) {
      return UNKNOWN.get(column);
    }
    return row.getFieldRepetitionCount(name) == 0 ? null : value(row, column);
  }

  private static Object value(Group row, PhotometryColumn column) {
    String name = column.columnName();
    PrimitiveTypeName type = row.getType().getType(name).asPrimitiveType().getPrimitiveTypeName();
    return switch (column.type()) {
      case TEXT -> row.getString(name, 0);
      case DOUBLE ->
          type == PrimitiveTypeName.FLOAT
              ? (Object) (double) row.getFloat(name, 0)
              : row.getDouble(name, 0);
      case BOOLEAN -> row.getBoolean(name, 0);
      case INT ->
          type == PrimitiveTypeName.INT64
              ? (Object) (int) row.getLong(name, 0)
              : row.getInteger(name, 0);
    };
  }
}
