package org.novacat.jobs.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Gives a Parquet file the one footer that its content has. The writer lists the encodings of a
 * column in the order of a hash set of enum constants, which are hashed by identity: another JVM
 * writes another file. Two drivers that make the same spectrum must make the same bytes, because
 * the one that loses has overwritten the object that the other's item points at.
 *
 * <p>A file ends with the footer, its length as four bytes, little endian, and four letters
 * (parquet-format, README, "File format").
 */
final class SteadyFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  private SteadyFooter() {}

  /** The file with its footer in order; the rest stays byte for byte. */
  static byte[] of(byte[] file) throws IOException {
    int length = tail(file).getInt();
    int start = file.length - TAIL - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        sort(column.getMeta_data());
      }
    }
    return withFooter(file, start, footer);
  }

  /** The first {@code start} bytes of a file and another footer. */
  static byte[] withFooter(byte[] file, int start, FileMetaData footer) throws IOException {
    ByteArrayOutputStream steady = new ByteArrayOutputStream(file.length);
    steady.write(file, 0, start);
    Util.writeFileMetaData(footer, steady);
    ByteBuffer tail = ByteBuffer.allocate(TAIL).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt(steady.size() - start).put(MAGIC);
    steady.write(tail.array(), 0, TAIL);
    return steady.toByteArray();
  }

  private static ByteBuffer tail(byte[] file) {
    return ByteBuffer.wrap(file, file.length - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void sort(ColumnMetaData column) {
    Collections.sort(column.getEncodings());
    List<PageEncodingStats> pages = column.getEncoding_stats();
    if (pages != null) {
      Collections.sort(pages);
    }
  }
}
