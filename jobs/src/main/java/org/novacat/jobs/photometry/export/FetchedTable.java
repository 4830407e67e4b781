package org.novacat.jobs.photometry.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.jobs.photometry.table.NovaTable;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.run.Temporary;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryTable;

/**
 * The photometry table of a nova, fetched into the temporary folder; closing it removes the file.
 *
 * @param nova whose it is
 * @param item what points at it
 * @param file the table
 * @param info what its footer says
 */
record FetchedTable(Nova nova, PhotometryTable item, Path file, TableInfo info)
    implements AutoCloseable {
  /**
   * Fetches a table.
   *
   * @throws org.novacat.jobs.cli.UserError when the nova has none
   * @throws org.novacat.persistence.store.UnusableObject when the object is not the one that the
   *     item points at
   */
  static FetchedTable of(Stores stores, Nova nova) {
    PhotometryTable item = NovaTable.of(stores, nova, "export");
    try {
      Path file = Temporary.file("novacat-export-", ".parquet");
      try {
        stores.archive().fetch(item.object(), file).get();
        return new FetchedTable(nova, item, file, TableInfo.of(file));
      } catch (RuntimeException | IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
    }
  }

  @Override
  public void close() {
    Temporary.delete(file);
  }
}
