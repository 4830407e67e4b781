package org.novacat.persistence.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/**
 * One scan of a query. Two are equal when they give the same rows, so that Spark runs equal ones
 * once.
 */
record ItemScan(ReadSpec spec) implements Scan, Batch {
  /** Each key of a partition is a task, but of many keys so many tasks are enough. */
  private static final int MOST_KEY_TASKS = 256;

  @Override
  public StructType readSchema() {
    return spec.schema();
  }

  @Override
  public String description() {
    return spec.describe();
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  /**
   * The parts. Opens the table, so that what is wrong with it is found here, and once.
   *
   * @throws org.novacat.persistence.failure.PersistenceException when it cannot be read
   */
  @Override
  public InputPartition[] planInputPartitions() {
    try (Table table = spec.options().place().open()) {
      return parts(table, SparkSession.active().sparkContext().defaultParallelism())
          .toArray(InputPartition[]::new);
    }
  }

  /** The same of a table that is open. */
  List<ItemPartition> parts(Table table, int cores) {
    int asked = spec.options().segments();
    int segments = asked == 0 ? cores : asked;
    KeyChoice keys = spec.keys();
    List<ItemPartition> parts =
        keys == null
            ? table.split(spec.scan(), segments).stream()
                .map(part -> new ItemPartition(List.of(), List.of(part), 0))
                .toList()
            : queries(keys);
    double share = parts.isEmpty() ? 0 : spec.options().readUnits() / parts.size();
    return parts.stream().map(part -> part.with(share)).toList();
  }

  private List<ItemPartition> queries(KeyChoice keys) {
    int tasks = Math.min(keys.partitions().size(), MOST_KEY_TASKS);
    List<List<Query>> queries = new ArrayList<>();
    IntStream.range(0, tasks).forEach(task -> queries.add(new ArrayList<>()));
    for (int i = 0; i < keys.partitions().size(); i++) {
      queries.get(i % tasks).add(spec.query(keys, keys.partitions().get(i)));
    }
    return queries.stream().map(some -> new ItemPartition(some, List.of(), 0)).toList();
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new ItemReaderFactory(spec);
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return ReadMetrics.supported();
  }
}
