package org.novacat.jobs.photometry.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.UploadContent;
import org.novacat.jobs.photometry.export.PhotometryFiles;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.store.Archive;

/**
 * The photometry table of a nova as everybody may see it, on the local disk until it is closed.
 *
 * <p>Where everybody may see all rows, its files are those that are stored. Else it is made anew of
 * what everybody may see, as if there had never been anything else: a row that gave way to the same
 * measurement of a private upload is in it, and nothing in it tells that there are others.
 */
public final class PublicPhotometry implements AutoCloseable {
  private final NovaContent nova;
  private final PhotometryContent of;
  private final PublicTable table;
  private final TableInfo info;

  private PublicPhotometry(
      NovaContent nova, PhotometryContent of, PublicTable table, TableInfo info) {
    this.nova = nova;
    this.of = of;
    this.table = table;
    this.info = info;
  }

  /**
   * Fetches the table, and makes another where it has to.
   *
   * @return null when there is no row that everybody may see
   * @throws org.novacat.persistence.store.UnusableObject when an object is not the one that its
   *     item points at
   * @throws RowsNotKept when another has to be made, and cannot
   */
  public static @Nullable PublicPhotometry of(Archive archive, NovaContent nova) {
    PhotometryContent of = nova.photometry();
    if (of == null || !of.isPublic()) {
      return null;
    }
    Path file = Temporary.file("novacat-public-", ".parquet");
    try {
      PublicTable table = new PublicTables(archive, nova, of, file).table();
      if (table != null) {
        PublicPhotometry made = new PublicPhotometry(nova, of, table, TableInfo.of(file));
        file = null;
        return made;
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
    } finally {
      if (file != null) {
        Temporary.delete(file);
      }
    }
  }

  /**
   * What everybody may see.
   *
   * @param uploads that gave rows of it
   * @param isStored whether all of it is as it is stored
   */
  record PublicTable(
      Path file,
      ContentHash sha256,
      byte[] metadata,
      byte[] plot,
      Set<IngestFileId> uploads,
      boolean isStored) {
    PublicTable {
      uploads = Set.copyOf(uploads);
    }
  }

  /** Whether its files are those that are stored, so that the hashes of the item are theirs. */
  public boolean isStored() {
    return table.isStored();
  }

  /** {@code photometry_table.parquet}. */
  public Path table() {
    return table.file();
  }

  /** SHA-256 of the table. */
  public ContentHash sha256() {
    return table.sha256();
  }

  /** {@code metadata.json} of the table. */
  public byte[] metadata() {
    return table.metadata().clone();
  }

  /** {@code lightcurve.png} of the table. */
  public byte[] plot() {
    return table.plot().clone();
  }

  /**
   * The uploads that gave rows which everybody may see, by id. One that everybody may see, and of
   * which no row is for everybody, is none of them.
   */
  public List<UploadContent> uploads() {
    return of.uploads().stream().filter(one -> table.uploads().contains(one.id())).toList();
  }

  /** How many rows everybody may see. */
  public long rows() {
    return info.rows();
  }

  /** How many rows of the stored table are not among them. */
  public long leftOut() {
    return Math.max(0, of.rows() - info.rows());
  }

  /** The last epoch, MJD as reported; null when it is not known. */
  public @Nullable Double latestMjd() {
    JsonNode mjd = Json.parse(table.metadata()).path("latest-mjd");
    return mjd.isNumber() ? (Double) mjd.doubleValue() : null;
  }

  /** Writes it as a VOTable, which the same table gives with the same bytes. */
  public void voTable(OutputStream out) throws IOException {
    PhotometryFiles.voTable(table.file(), facts(), out);
  }

  /** Writes it as comma-separated values, which the same table gives with the same bytes. */
  public void csv(OutputStream out) throws IOException {
    PhotometryFiles.csv(table.file(), facts(), out);
  }

  private SortedMap<String, String> facts() {
    return PhotometryFiles.facts(nova.id(), nova.primaryName(), info, table.sha256());
  }

  @Override
  public void close() {
    Temporary.delete(table.file());
  }
}
