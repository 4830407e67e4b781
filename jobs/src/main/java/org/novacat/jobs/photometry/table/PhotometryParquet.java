package org.novacat.jobs.photometry.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * Writes {@code photometry_table.parquet}. Equal rows, registry version and facts give equal bytes
 * in every JVM, so a table is a function of the uploads.
 */
public final class PhotometryParquet {
  private static final PhotometryCells CELLS =
      new PhotometryCells(List.of(PhotometryColumn.values()), PhotometryColumn::cell);

  private PhotometryParquet() {}

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of rows.
   *
   * @param rows in the order of the table
   * @param registryVersion of the band registry that the rows were made with
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(
      Iterator<PhotometryRow> rows,
      Path file,
      String registryVersion,
      SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> versions =
        Map.of(
            TableInfo.SCHEMA_KEY,
            TableInfo.SCHEMA_PREFIX + PhotometryColumn.SCHEMA_VERSION,
            TableInfo.REGISTRY_KEY,
            registryVersion);
    CELLS.write(rows, file, versions, facts);
  }
}
