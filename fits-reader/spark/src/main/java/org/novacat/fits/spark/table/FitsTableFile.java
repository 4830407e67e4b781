package org.novacat.fits.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.PlainFile;
import org.novacat.fits.spark.query.HduChoice;

/**
 * A file opened at the one HDU that is read as a table: its headers are known, its data unread.
 *
 * @param raw the stored file, to be closed
 * @param source its FITS bytes, where {@code hdu} lies
 * @param hdu a binary or ASCII table
 * @param columns its columns
 * @param headers its header, then the primary one
 */
public record FitsTableFile(
    HadoopSource raw, ByteSource source, Hdu hdu, List<TableColumn> columns, List<Header> headers)
    implements Closeable {

  /**
   * Finds the table of a file. The file is closed when there is none.
   *
   * @throws RefusedException when it is no sound FITS up to that table, or has no such table
   * @throws IOException when the store fails
   */
  static FitsTableFile open(HadoopSource raw, ListedFile file, HduChoice choice, ReadLimits limits)
      throws IOException {
    try {
      PlainFile plain = new PlainFile(raw, limits);
      ByteSource source = plain.plain(file.name());
      FitsTableFile found = find(raw, source, choice, limits);
      return found != null ? found : required(raw, plain.expanded(), choice, limits);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Finds the table of a file whose rows can be read where they lie; null when compression is in
   * the way. The file is closed when there is none.
   *
   * @throws RefusedException as {@link #open}
   */
  public static @Nullable FitsTableFile inPlace(
      HadoopSource raw, ListedFile file, HduChoice choice, ReadLimits limits) throws IOException {
    try {
      boolean compressed = new PlainFile(raw, limits).isCompressed(file.name());
      FitsTableFile found = compressed ? null : find(raw, raw, choice, limits);
      if (found == null) {
        raw.close();
      }
      return found;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static FitsTableFile required(
      HadoopSource raw, ByteSource source, HduChoice choice, ReadLimits limits) throws IOException {
    FitsTableFile found = find(raw, source, choice, limits);
    if (found == null) {
      throw new IllegalStateException("Tiles are left in a file that was made plain");
    }
    return found;
  }

  /** The table; null when tiles come before it, and the file must be made plain to number HDUs. */
  private static @Nullable FitsTableFile find(
      HadoopSource raw, ByteSource source, HduChoice choice, ReadLimits limits) throws IOException {
    HeaderWalk walk = new HeaderWalk(source, limits);
    Header primary = Header.EMPTY;
    int hdus = 0;
    for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
      primary = hdu.index() == 0 ? hdu.header() : primary;
      if (hdu.isCompressed()) {
        return null;
      }
      if (choice.is(hdu)) {
        return new FitsTableFile(raw, source, hdu, columns(hdu), headers(hdu, primary));
      }
      hdus++;
    }
    throw choice.absent(hdus);
  }

  private static List<Header> headers(Hdu hdu, Header primary) {
    return hdu.index() == 0 ? List.of(hdu.header()) : List.of(hdu.header(), primary);
  }

  private static List<TableColumn> columns(Hdu hdu) {
    if (!hdu.isTable()) {
      throw RefusedException.unreadable(
              "NOT_A_TABLE",
              "Cannot read table: HDU %s is %s (use mode hdus or spectra)"
                  .formatted(hdu.index(), hdu.kind()))
          .at(hdu.headerStart());
    }
    try {
      return TableColumn.of(hdu, Table.of(hdu.withoutData()).columns());
    } catch (RefusedException e) {
      throw e.at(hdu.headerStart());
    }
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
