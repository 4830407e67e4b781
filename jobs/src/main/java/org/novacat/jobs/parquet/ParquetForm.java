package org.novacat.jobs.parquet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageType;

/**
 * What a Parquet file of flat rows is like.
 *
 * @param model name of what the rows are made from
 * @param metadata key-value metadata of the file
 * @param plainColumns names of those that are written without a dictionary
 */
public record ParquetForm(
    MessageType schema,
    String model,
    Map<String, String> metadata,
    Collection<String> plainColumns) {
  /** What the footer says besides, in the order in which a writer of rows would say it. */
  Map<String, String> footer() {
    Map<String, String> footer = new HashMap<>(new TreeMap<>(metadata));
    footer.put("writer.model.name", model);
    return footer;
  }
}
