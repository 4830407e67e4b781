package org.novacat.jobs.parquet;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** How rows of one kind are written: schema, file metadata, and the fields of a row. */
public abstract class DescribedWriteSupport<T> extends WriteSupport<T> {
  private final MessageType schema;
  private final Map<String, String> metadata;
  private @Nullable RecordConsumer consumer;

  /**
   * A support for one file.
   *
   * @param metadata key-value metadata of the file
   */
  protected DescribedWriteSupport(MessageType schema, Map<String, String> metadata) {
    this.schema = schema;
    this.metadata = new TreeMap<>(metadata); // sorted: equal files have equal bytes
  }

  /** Columns that are written without a dictionary. */
  protected abstract List<String> plainColumns();

  /** Writes the fields of a row that have a value. */
  protected abstract void writeFields(T row, RecordConsumer to);

  @Override
  public final WriteContext init(Configuration configuration) {
    return new WriteContext(schema, metadata);
  }

  @Override
  public final void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public final void write(T row) {
    RecordConsumer to = requireNonNull(consumer, "prepareForWrite comes first");
    to.startMessage();
    writeFields(row, to);
    to.endMessage();
  }
}
