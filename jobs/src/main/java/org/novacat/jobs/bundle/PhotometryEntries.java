package org.novacat.jobs.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.bundle.EntryList.About;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Credits;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;

/** The files of the photometry of a bundle. */
final class PhotometryEntries {
  private static final String TABLE = "photometry/photometry_table";

  private PhotometryEntries() {}

  /**
   * Adds them; the table has to stay open until they are written.
   *
   * @param of of the nova
   */
  static void add(
      EntryList entries, NovaContent nova, PhotometryContent of, PublicPhotometry table) {
    About about = new About("photometry", credits(table), null);
    Content.Measured file = file(table);
    ObjectKey key = table.isStored() ? of.table().key() : null;
    entries.add(
        TABLE + ".parquet", about, new ContentSum(file.length(), table.sha256()), key, file);
    entries.streamed(TABLE + ".vot", about, Content.streamed(table::voTable));
    entries.streamed(TABLE + ".csv", about, Content.streamed(table::csv));
    beside(
        entries,
        "photometry/metadata.json",
        about.as("metadata"),
        table.metadata(),
        table.isStored() ? NovaCatKeys.photometryMetadata(nova.id()).key() : null);
    beside(
        entries,
        "plots/lightcurve.png",
        about.as("light curve"),
        table.plot(),
        table.isStored() ? NovaCatKeys.lightcurvePng(nova.id()).key() : null);
  }

  private static void beside(
      EntryList entries, String name, About about, byte[] bytes, @Nullable ObjectKey key) {
    Content.Measured content = Content.of(bytes);
    entries.add(name, about, ContentSum.of(ObjectKey.of(name), content), key, content);
  }

  private static Content.Measured file(PublicPhotometry table) {
    try {
      return Content.of(table.table());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a table in the temporary folder", e);
    }
  }

  private static List<Credit> credits(PublicPhotometry table) {
    return table.uploads().stream().map(upload -> Credits.of(upload.rights())).distinct().toList();
  }
}
