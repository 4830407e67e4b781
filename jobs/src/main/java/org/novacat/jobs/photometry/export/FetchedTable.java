package org.novacat.jobs.photometry.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.photometry.table.NovaTable;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
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
   * @throws UserError when the nova has none, or the object is not the one that the item points at
   * @throws org.novacat.persistence.store.ObjectMissing when the object is gone
   */
  static FetchedTable of(Stores stores, Nova nova) {
    PhotometryTable item = NovaTable.of(stores, nova, "export");
    try {
      Path file = Temporary.file("novacat-export-", ".parquet");
      try {
        fetch(stores, item, file);
        return new FetchedTable(nova, item, file, TableInfo.of(file));
      } catch (RuntimeException | IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
    }
  }

  private static void fetch(Stores stores, PhotometryTable item, Path file) throws IOException {
    MessageDigest digest = ContentHash.sha256();
    ObjectKey key = ObjectKey.of(item.object().key());
    try (InputStream in = new DigestInputStream(stores.objects().open(key), digest)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    ContentHash found = ContentHash.of(digest);
    if (!found.equals(item.object().sha256())) {
      throw new UserError(
          "Cannot export photometry: object '%s' has the SHA-256 %s and the table says %s (something else wrote it; run ingest-photometry)"
              .formatted(key, found.hex(), item.object().sha256().hex()));
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove '%s'".formatted(file), e);
    }
  }
}
