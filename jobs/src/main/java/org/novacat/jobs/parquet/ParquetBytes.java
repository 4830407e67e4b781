package org.novacat.jobs.parquet;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Writes one Parquet file, into memory or on the local disk: ZSTD, pages of version 1 that every
 * reader takes. Columns of doubles go without a dictionary, which measured values never repay;
 * byte-stream-split is left out because the vectorised reader of Spark 3.5 refuses it.
 */
public final class ParquetBytes {
  private static final long ROW_GROUP_BYTES = 128L << 20;

  private static final int BUFFER = 1 << 16;

  private ParquetBytes() {}

  /** Writes what {@code source} gives; equal rows and form give equal bytes in every JVM. */
  public static byte[] write(ParquetForm form, int expectedBytes, ParquetRows.Source source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(expectedBytes, 1024));
    try {
      ParquetRows.write(new StreamOutputFile(bytes), form, ROW_GROUP_BYTES, source);
      return SteadyFooter.of(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write Parquet into memory", e);
    }
  }

  /**
   * Writes what {@code source} gives to a file, replacing what is there; memory does not grow with
   * the number of rows. Equal rows and form give equal bytes in every JVM.
   *
   * @throws IOException when the disk does; what was written until then is left
   */
  public static void writeFile(ParquetForm form, Path file, ParquetRows.Source source)
      throws IOException {
    try (StreamOutputFile to =
        new StreamOutputFile(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      ParquetRows.write(to, form, form.groupBytes(), source);
    }
    SteadyFooter.settle(file);
  }

  /** A Parquet file that goes into a stream, which closing this closes. Written once. */
  record StreamOutputFile(OutputStream out) implements OutputFile, Closeable {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return createOrOverwrite(blockSizeHint);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int b) throws IOException {
          out.write(b);
          position++;
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
          out.write(b, offset, length);
          position += length;
        }

        @Override
        public void flush() throws IOException {
          out.flush();
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
