package org.novacat.jobs.photometry.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.PathInputFile;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowCells;

/**
 * Reads tables of this and of older versions of the schema: columns are found by name, those that
 * an old table lacks are taken as unknown, and those that nobody knows any more are passed over.
 */
public final class PhotometryTableReader implements Closeable {
  private final ParquetReader<Group> rows;

  private PhotometryTableReader(ParquetReader<Group> rows) {
    this.rows = rows;
  }

  /**
   * Opens a table on the local disk.
   *
   * @throws IOException when the file cannot be read or is no Parquet
   * @throws IllegalArgumentException when it is no photometry table, or of a newer major version
   */
  public static PhotometryTableReader open(Path file) throws IOException {
    TableInfo info = TableInfo.of(file);
    if (major(info.schemaVersion()) > major(PhotometryColumn.SCHEMA_VERSION)) {
      throw new IllegalArgumentException(
          "Cannot read photometry table '%s': its schema version is %s, this novacat knows %s (use a newer novacat)"
              .formatted(
                  file.getFileName(), info.schemaVersion(), PhotometryColumn.SCHEMA_VERSION));
    }
    return new PhotometryTableReader(new Builder(new PathInputFile(file)).build());
  }

  /** Reads all rows of a table, in its order. */
  public static void forEach(Path file, Consumer<PhotometryRow> action) throws IOException {
    try (PhotometryTableReader reader = open(file)) {
      for (PhotometryRow row = reader.next(); row != null; row = reader.next()) {
        action.accept(row);
      }
    }
  }

  /** The next row; null behind the last. */
  public @Nullable PhotometryRow next() throws IOException {
    Group group = rows.read();
    return group == null ? null : RowCells.row(column -> OldTables.cell(group, column));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file);
      withConf(new Configuration(false));
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
