package org.novacat.jobs.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes one Parquet file, into memory or on the local disk: ZSTD, pages of version 1 that every
 * reader takes. Columns of doubles go without a dictionary, which measured values never repay;
 * byte-stream-split is left out because the vectorised reader of Spark 3.5 refuses it.
 */
public final class ParquetBytes {
  /** One for all files: building a Hadoop configuration costs more than writing a spectrum. */
  private static final Configuration CONFIGURATION = new Configuration(false);

  private static final long ROW_GROUP_BYTES = 128L << 20;

  /** What a writer to disk holds in memory at a time. */
  private static final long STREAMED_ROW_GROUP_BYTES = 64L << 20;

  private ParquetBytes() {}

  /** Takes rows one after the other. */
  public interface Rows<T> {
    void write(T row) throws IOException;
  }

  /** Gives all rows of a file. */
  public interface Source<T> {
    void writeTo(Rows<T> rows) throws IOException;
  }

  /** Writes what {@code source} gives; equal rows and schema give equal bytes in every JVM. */
  public static <T> byte[] write(
      DescribedWriteSupport<T> support, int expectedBytes, Source<T> source) {
    BytesOutputFile file = new BytesOutputFile(Math.max(expectedBytes, 1024));
    try (ParquetWriter<T> writer = new Builder<>(file, support, ROW_GROUP_BYTES).build()) {
      source.writeTo(writer::write);
    } catch (IOException e) {
      throw failed(e);
    }
    try {
      return SteadyFooter.of(file.toByteArray());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes what {@code source} gives to a file, replacing what is there; memory does not grow with
   * the number of rows. Equal rows and schema give equal bytes in every JVM.
   *
   * @throws IOException when the disk does; what was written until then is left
   */
  public static <T> void writeFile(DescribedWriteSupport<T> support, Path file, Source<T> source)
      throws IOException {
    PathOutputFile out = new PathOutputFile(file);
    try (ParquetWriter<T> writer = new Builder<>(out, support, STREAMED_ROW_GROUP_BYTES).build()) {
      source.writeTo(writer::write);
    }
    SteadyFooter.settle(file);
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("Cannot write Parquet into memory", e);
  }

  private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
    private final DescribedWriteSupport<T> support;

    Builder(OutputFile file, DescribedWriteSupport<T> support, long rowGroupBytes) {
      super(file);
      this.support = support;
      withConf(CONFIGURATION);
      withCompressionCodec(CompressionCodecName.ZSTD);
      withWriterVersion(WriterVersion.PARQUET_1_0);
      withRowGroupSize(rowGroupBytes);
      withDictionaryEncoding(true);
      for (String column : support.plainColumns()) {
        withDictionaryEncoding(column, false);
      }
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
