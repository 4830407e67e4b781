package org.novacat.fits.spark.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;
import org.novacat.fits.spark.file.ListedFile;

/**
 * What is known of the rows of an HDU before its data are read, by column name: metadata columns
 * and columns from headers. Values are String, Integer, Long, Double, Boolean, Instant or null.
 */
public final class Facts {
  private final Map<String, @Nullable Object> values;

  private Facts(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** What the listing tells. */
  public static Facts of(ListedFile file) {
    return new Facts(new HashMap<>())
        .with(FileColumn.PATH, file.path())
        .with(FileColumn.SIZE, file.size())
        .with(FileColumn.MTIME, Instant.ofEpochMilli(file.modifiedMillis()));
  }

  /** These and one more. */
  public Facts with(FileColumn column, @Nullable Object value) {
    Map<String, @Nullable Object> more = new HashMap<>(values);
    more.put(column.columnName(), value);
    return new Facts(more);
  }

  /** These and the columns from headers, of which the first that has a value gives it. */
  public Facts with(List<HeaderColumn> columns, List<Header> headers) {
    Map<String, @Nullable Object> more = new HashMap<>(values);
    columns.forEach(column -> more.put(column.name(), column.value(headers)));
    return new Facts(more);
  }

  /** Whether this column is known; its value may be null. */
  boolean knows(String column) {
    return values.containsKey(column);
  }

  /** The value; null when it is null or not known. */
  public @Nullable Object value(String column) {
    return values.get(column);
  }
}
