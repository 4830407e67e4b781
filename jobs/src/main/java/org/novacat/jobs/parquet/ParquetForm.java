package org.novacat.jobs.parquet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageType;

/**
 * What a Parquet file is like.
 *
 * @param model name of what the rows are made from
 * @param metadata key-value metadata of the file
 * @param plainColumns names of those that are written without a dictionary
 * @param rowLength how long a row may be
 * @param groupBytes of a row group of a file on disk, which a writer holds in memory at a time
 */
public record ParquetForm(
    MessageType schema,
    String model,
    Map<String, String> metadata,
    Collection<String> plainColumns,
    RowLength rowLength,
    long groupBytes) {

  /** Of a row group where nothing speaks for another length. */
  static final long GROUP_BYTES = 64L << 20;

  /** How long the rows of a file may be. */
  public enum RowLength {
    /** Some hundred bytes: it is enough to look at times whether pages and row groups are full. */
    SHORT,
    /** Without a bound, and each of another length: looked at after every row. */
    ANY
  }

  /** A file of flat rows. */
  public ParquetForm(
      MessageType schema,
      String model,
      Map<String, String> metadata,
      Collection<String> plainColumns) {
    this(schema, model, metadata, plainColumns, RowLength.SHORT, GROUP_BYTES);
  }

  /** What the footer says besides, in the order in which a writer of rows would say it. */
  Map<String, String> footer() {
    Map<String, String> footer = new HashMap<>(new TreeMap<>(metadata));
    footer.put("writer.model.name", model);
    return footer;
  }
}
