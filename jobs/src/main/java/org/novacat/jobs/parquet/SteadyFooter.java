package org.novacat.jobs.parquet;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    sort(footer);
    return withFooter(file, start, footer);
  }

  /** Puts the footer of a file on disk in order. */
  static void settle(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path, READ, WRITE)) {
      int length = read(file, file.size() - TAIL, TAIL).getInt();
      long start = file.size() - TAIL - length;
      byte[] end = read(file, start, length + TAIL).array();
      ByteBuffer steady = ByteBuffer.wrap(of(end));
      file.truncate(start);
      for (long at = start; steady.hasRemaining(); ) {
        at += file.write(steady, at);
      }
    }
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (read >= 0 && bytes.hasRemaining()) {
      read = file.read(bytes, from + bytes.position());
    }
    return bytes.flip();
  }

  private static void sort(FileMetaData footer) {
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        sort(column.getMeta_data());
      }
    }
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
