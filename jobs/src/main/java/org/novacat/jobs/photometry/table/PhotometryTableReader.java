package org.novacat.jobs.photometry.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowCells;

/**
 * Reads tables of this and of older versions of the schema: columns that an old table lacks are
 * taken as unknown, and those that nobody knows any more are passed over. That a table cannot be
 * read is an {@link UncheckedIOException}, so that it is told from what is wrong with a file that
 * is written of it.
 */
public final class PhotometryTableReader implements AutoCloseable {
  /** What stands for columns that a version did not have. */
  private static final Map<PhotometryColumn, Object> UNKNOWN =
      Map.of(
          PhotometryColumn.TIME_SCALE, "UNKNOWN",
          PhotometryColumn.TIME_REF, "UNKNOWN",
          PhotometryColumn.DATA_RIGHTS, "OTHER",
          PhotometryColumn.DATA_ORIGIN, "operator_upload",
          PhotometryColumn.BAND_RESOLUTION_TYPE, "generic_fallback",
          PhotometryColumn.BAND_RESOLUTION_CONFIDENCE, "low");

  private final CellReader cells;
  private final RowCells rows;

  private PhotometryTableReader(CellReader cells) {
    this.cells = cells;
    this.rows = new RowCells(cells::cell);
  }

  /**
   * Opens a table on the local disk.
   *
   * @throws IllegalArgumentException when it is no photometry table, or of a newer major version
   */
  public static PhotometryTableReader open(Path file) {
    try {
      TableInfo info = TableInfo.of(file);
      if (major(info.schemaVersion()) > major(PhotometryColumn.SCHEMA_VERSION)) {
        throw new IllegalArgumentException(
            "Cannot read photometry table '%s': its schema version is %s, this novacat knows %s (use a newer novacat)"
                .formatted(
                    file.getFileName(), info.schemaVersion(), PhotometryColumn.SCHEMA_VERSION));
      }
      return new PhotometryTableReader(new CellReader(ParquetInput.of(file), UNKNOWN));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Reads all rows of a table, in its order. */
  public static void forEach(Path file, Consumer<PhotometryRow> action) {
    try (PhotometryTableReader reader = open(file)) {
      for (PhotometryRow row = reader.next(); row != null; row = reader.next()) {
        action.accept(row);
      }
    }
  }

  /** The next row; null behind the last. */
  public @Nullable PhotometryRow next() {
    try {
      return cells.next() ? rows.row() : null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      cells.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("Cannot read a photometry table that was fetched whole", e);
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }
}
