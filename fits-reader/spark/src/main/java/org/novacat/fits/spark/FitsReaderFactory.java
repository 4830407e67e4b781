package org.novacat.fits.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.hdu.HduRecords;
import org.novacat.fits.spark.query.Mode;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.ScanSpec;
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
    Counters counters = new Counters();
    return new PieceReader<>(
        (FitsPartition) partition,
        spec.options().parseMode(),
        counters,
        piece -> rows(hadoop(), piece, counters));
  }

  private Records<InternalRow> rows(Configuration hadoop, Piece piece, Counters counters) {
    return switch (spec.options().mode()) {
      case HDUS -> new HduRecords(hadoop, spec, piece, counters);
      case SPECTRA -> new SpectrumRecords(hadoop, spec, piece, counters);
      case TABLE -> throw new IllegalStateException("Tables are read as columns");
    };
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    Counters counters = new Counters();
    return new PieceReader<>(
        (FitsPartition) partition,
        spec.options().parseMode(),
        counters,
        piece -> new TableRecords(hadoop(), spec, piece, counters));
  }

  private Configuration hadoop() {
    return conf.value().value();
  }
}
