package org.novacat.fits.spark;

import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.hdu.HduRecords;
import org.novacat.fits.spark.query.Mode;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.query.Task;
import org.novacat.fits.spark.spectrum.SpectrumRecords;
import org.novacat.fits.spark.table.TableRecords;

/**
 * Opens partitions in tasks: tables as columns, HDUs and spectra as rows.
 *
 * @param spec what is asked for
 * @param conf of the file systems
 */
record FitsReaderFactory(ScanSpec spec, Broadcast<SerializableConfiguration> conf)
    implements PartitionReaderFactory {
  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return spec.options().mode() == Mode.TABLE;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return reader(partition, this::rows);
  }

  private Records<InternalRow> rows(Task task) {
    return switch (spec.options().mode()) {
      case HDUS -> new HduRecords(task);
      case SPECTRA -> new SpectrumRecords(task);
      case TABLE -> throw new IllegalStateException("Tables are read as columns");
    };
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    return reader(partition, TableRecords::new);
  }

  private <T> PartitionReader<T> reader(InputPartition partition, Function<Task, Records<T>> open) {
    Counters counters = new Counters();
    return new PieceReader<>(
        (FitsPartition) partition,
        spec.options().parseMode(),
        counters,
        piece -> open.apply(new Task(conf.value().value(), spec, piece, counters)));
  }
}
