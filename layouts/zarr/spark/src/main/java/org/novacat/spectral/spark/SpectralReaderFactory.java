package org.novacat.spectral.spark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.novacat.zarr.ZarrReader;

/**
 * Opens partitions in tasks.
 *
 * @param path of the store's folder
 * @param names the columns of a row, in order
 * @param columns those of them that are from arrays
 * @param documents metadata of those arrays
 * @param conf of the file systems
 */
record SpectralReaderFactory(
    String path,
    String[] names,
    StoreColumn[] columns,
    HashMap<String, byte[]> documents,
    Broadcast<SerializableConfiguration> conf)
    implements PartitionReaderFactory {
  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    ZarrReader store =
        ZarrReader.open(new TaskFiles(new HadoopFiles(conf.value().value(), path), documents));
    Map<String, StoreColumn> byName =
        Arrays.stream(columns).collect(Collectors.toMap(StoreColumn::name, Function.identity()));
    List<ColumnValues> values =
        Arrays.stream(names)
            .map(
                name -> {
                  StoreColumn column = byName.get(name);
                  return column == null ? ColumnValues.rowNumber() : ColumnValues.of(column, store);
                })
            .toList();
    return new RowReader((SpectralPartition) partition, values);
  }
}
