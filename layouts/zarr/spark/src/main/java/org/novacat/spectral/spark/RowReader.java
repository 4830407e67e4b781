package org.novacat.spectral.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the blocks of a partition, row by row. */
final class RowReader implements PartitionReader<InternalRow> {
  private final Iterator<SpectralPartition.Rows> blocks;
  private final List<ColumnValues> columns;
  private long row = -1;
  private long end;

  RowReader(SpectralPartition partition, List<ColumnValues> columns) {
    this.blocks = partition.blocks().iterator();
    this.columns = columns;
  }

  @Override
  public boolean next() {
    row++;
    while (row >= end) {
      if (!blocks.hasNext()) {
        return false;
      }
      SpectralPartition.Rows block = blocks.next();
      row = block.from();
      end = block.to();
    }
    return true;
  }

  @Override
  public InternalRow get() {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).at(row);
    }
    return new GenericInternalRow(values);
  }

  @Override
  public void close() {}
}
