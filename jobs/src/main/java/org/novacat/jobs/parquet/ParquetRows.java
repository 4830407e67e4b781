package org.novacat.jobs.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * The rows of a Parquet file that is being written, some hundred of one column before those of the
 * next: of sixty columns, that is twice as fast as row by row, for which no cache is large enough.
 * The bytes are those of {@link ParquetWriter}, but that a page that is full before it has 20,000
 * rows may have some hundred more. Files that are written at the same time know nothing of each
 * other: the values writer factory that parquet-mr takes by default is one for all, and goes by the
 * properties of the file that was begun last, so that columns had a dictionary or none by chance.
 */
public final class ParquetRows {
  /** One for all files: building a Hadoop configuration costs more than writing a spectrum. */
  private static final Configuration CONFIGURATION = new Configuration(false);

  /** How many rows are best given at a time. */
  public static final int AT_ONCE = 500;

  private final ParquetForm form;
  private final ParquetProperties properties;
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final long groupBytes;
  private final List<ColumnDescriptor> columns;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private long rows;
  private long nextCheck;

  /** Writes cells of some rows. */
  public interface Cells {
    /** Writes the cells of a column of rows {@code from} to before {@code to}. */
    void write(int column, int from, int to, ColumnWriter writer);
  }

  /** Gives all rows of a file. */
  public interface Source {
    void writeTo(ParquetRows rows) throws IOException;
  }

  private ParquetRows(OutputFile to, ParquetForm form, long groupBytes) throws IOException {
    this.form = form;
    this.groupBytes = groupBytes;
    this.columns = form.schema().getColumns();
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
            .withDictionaryEncoding(true);
    form.plainColumns().forEach(column -> builder.withDictionaryEncoding(column, false));
    if (form.rowLength() == ParquetForm.RowLength.ANY) {
      builder.withMinRowCountForPageSizeCheck(1).withMaxRowCountForPageSizeCheck(1);
    }
    this.properties = builder.build();
    this.codecs = new CodecFactory(CONFIGURATION, properties.getPageSizeThreshold());
    this.file =
        new ParquetFileWriter(
            to,
            form.schema(),
            ParquetFileWriter.Mode.OVERWRITE,
            groupBytes,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            properties.getColumnIndexTruncateLength(),
            properties.getStatisticsTruncateLength(),
            properties.getPageWriteChecksumEnabled());
    this.pages = newPages();
    this.store = properties.newColumnWriteStore(form.schema(), pages, pages);
    this.nextCheck = properties.getMinRowCountForPageSizeCheck();
  }

  /** Writes a whole file. */
  static void write(OutputFile to, ParquetForm form, long groupBytes, Source source)
      throws IOException {
    ParquetRows rows = new ParquetRows(to, form, groupBytes);
    try {
      rows.file.start();
      source.writeTo(rows);
      rows.endGroup();
      rows.file.end(form.footer());
    } finally {
      rows.codecs.release();
    }
  }

  /** Writes the next rows. */
  public void write(int count, Cells cells) throws IOException {
    for (int from = 0, to; from < count; from = to) {
      to = from + (int) Math.min(Math.min(count - from, AT_ONCE), untilCheck());
      for (int column = 0; column < columns.size(); column++) {
        cells.write(column, from, to, store.getColumnWriter(columns.get(column)));
      }
      for (int row = from; row < to; row++) {
        store.endRecord();
      }
      rows += to - from;
      if (rows >= nextCheck) {
        checkGroup();
      }
    }
  }

  /** Rows until the group may be full, or its pages are. */
  private long untilCheck() {
    int page = properties.getPageRowCountLimit();
    return Math.min(Math.max(nextCheck - rows, 1), page - rows % page);
  }

  /** Ends a row group that is full, or finds out when to look again, as a writer of rows does. */
  private void checkGroup() throws IOException {
    long bytes = store.getBufferedSize();
    long perRow = bytes / rows;
    if (bytes > groupBytes - 2 * perRow) {
      endGroup();
      pages = newPages();
      store = properties.newColumnWriteStore(form.schema(), pages, pages);
      nextCheck = properties.getMinRowCountForPageSizeCheck();
    } else {
      long half = (rows + (long) (groupBytes / (float) perRow)) / 2;
      nextCheck =
          Math.min(
              Math.max(properties.getMinRowCountForPageSizeCheck(), half),
              rows + properties.getMaxRowCountForPageSizeCheck());
    }
  }

  private void endGroup() throws IOException {
    if (rows > 0) {
      file.startBlock(rows);
      store.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
      rows = 0;
    }
    store.close();
  }

  private ColumnChunkPageWriteStore newPages() {
    return new ColumnChunkPageWriteStore(
        codecs.getCompressor(CompressionCodecName.ZSTD),
        form.schema(),
        new HeapByteBufferAllocator(),
        properties.getColumnIndexTruncateLength(),
        properties.getPageWriteChecksumEnabled());
  }
}
