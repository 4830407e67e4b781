package org.novacat.persistence.bulk;

import java.time.Clock;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.novacat.persistence.retry.Waits;

/** Opens the table in tasks. */
record ItemReaderFactory(ReadSpec spec) implements PartitionReaderFactory {
  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new ItemReader(
        spec,
        (ItemPartition) partition,
        spec.options().place().connect(),
        Clock.systemUTC(),
        Waits.ofProcess());
  }
}
