package org.novacat.jobs.photometry.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * Reads rows while something is written: that the table cannot be read, an {@link
 * UncheckedIOException}, is told from what is wrong with the file that is written.
 */
final class TableRowReader implements AutoCloseable {
  private final PhotometryTableReader rows;

  private TableRowReader(PhotometryTableReader rows) {
    this.rows = rows;
  }

  static TableRowReader open(Path table) {
    try {
      return new TableRowReader(PhotometryTableReader.open(table));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The next row; null behind the last. */
  @Nullable PhotometryRow next() {
    try {
      return rows.next();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("Cannot read a photometry table that was fetched whole", e);
  }
}
