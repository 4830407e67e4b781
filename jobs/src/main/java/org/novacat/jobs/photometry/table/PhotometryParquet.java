package org.novacat.jobs.photometry.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.novacat.jobs.parquet.ParquetBytes;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * Writes {@code photometry_table.parquet}. Equal rows, registry version and facts give equal bytes
 * in every JVM, so a table is a function of the uploads.
 */
public final class PhotometryParquet {
  /** Of the whole file, compressed: what a row takes, rounded up. */
  private static final int BYTES_PER_ROW = 100;

  private static final int LARGEST_EXPECTED = 64 << 20;

  private PhotometryParquet() {}

  /**
   * The bytes of the file, for tables that fit in memory easily.
   *
   * @param rows in the order of the table
   * @param registryVersion of the band registry that the rows were made with
   * @param facts what the VOTable metadata says of the whole table, by name
   */
  public static byte[] bytes(
      Iterable<PhotometryRow> rows,
      int count,
      String registryVersion,
      SortedMap<String, String> facts) {
    int expected = (int) Math.min(LARGEST_EXPECTED, (long) count * BYTES_PER_ROW);
    return ParquetBytes.write(
        support(registryVersion, facts), expected, to -> writeAll(rows.iterator(), to));
  }

  /**
   * Writes the same bytes to a file on disk, replacing what is there; memory does not grow with the
   * number of rows.
   *
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(
      Iterator<PhotometryRow> rows,
      Path file,
      String registryVersion,
      SortedMap<String, String> facts)
      throws IOException {
    ParquetBytes.writeFile(support(registryVersion, facts), file, to -> writeAll(rows, to));
  }

  private static PhotometryWriteSupport support(
      String registryVersion, SortedMap<String, String> facts) {
    return new PhotometryWriteSupport(
        List.of(PhotometryColumn.values()),
        PhotometryColumn::cell,
        Map.of(
            TableInfo.SCHEMA_KEY,
            TableInfo.SCHEMA_PREFIX + PhotometryColumn.SCHEMA_VERSION,
            TableInfo.REGISTRY_KEY,
            registryVersion),
        facts);
  }

  static void writeAll(Iterator<PhotometryRow> rows, ParquetBytes.Rows<PhotometryRow> to)
      throws IOException {
    while (rows.hasNext()) {
      to.write(rows.next());
    }
  }
}
