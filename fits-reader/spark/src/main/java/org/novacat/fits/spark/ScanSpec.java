package org.novacat.fits.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.types.StructType;

/**
 * What a scan must give, the same for all its tasks.
 *
 * @param options of the read
 * @param schema the columns that the query asks for
 * @param filter what files must pass
 */
record ScanSpec(FitsOptions options, StructType schema, FileFilter filter) implements Serializable {
  /** Whether the query asks for this column. */
  boolean asks(String column) {
    return Arrays.asList(schema.fieldNames()).contains(column);
  }

  /** Whether it asks for this column of the file. */
  boolean asks(FileColumn column) {
    return asks(column.columnName());
  }

  /** Whether it asks for a column that is in no header. */
  boolean asksData() {
    return Arrays.stream(schema.fieldNames())
        .anyMatch(column -> !isFact(options, column) && !column.equals(options.corruptColumn()));
  }

  /** Whether a column is known before data are read. */
  static boolean isFact(FitsOptions options, String column) {
    return Arrays.stream(FileColumn.values()).anyMatch(c -> c.columnName().equals(column))
        || options.headers().stream().anyMatch(c -> c.name().equals(column));
  }
}
