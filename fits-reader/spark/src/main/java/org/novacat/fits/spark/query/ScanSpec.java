package org.novacat.fits.spark.query;

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
public record ScanSpec(FitsOptions options, StructType schema, FileFilter filter)
    implements Serializable {
  /** Whether the query asks for this column. */
  public boolean asks(String column) {
    return Arrays.asList(schema.fieldNames()).contains(column);
  }

  /** Whether it asks for this column of the file. */
  public boolean asks(FileColumn column) {
    return asks(column.columnName());
  }

  /** Whether it asks for a column that is in no header. */
  public boolean asksData() {
    return Arrays.stream(schema.fieldNames())
        .anyMatch(column -> !isFact(options, column) && !column.equals(options.corruptColumn()));
  }

  /** Whether a column is known before data are read. */
  public static boolean isFact(FitsOptions options, String column) {
    return Arrays.stream(FileColumn.values()).anyMatch(c -> c.columnName().equals(column))
        || options.headers().stream().anyMatch(c -> c.name().equals(column));
  }
}
