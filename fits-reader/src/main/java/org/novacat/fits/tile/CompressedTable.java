package org.novacat.fits.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import nom.tam.image.compression.hdu.CompressedTableHDU;
import nom.tam.util.FitsOutputStream;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;

/** A compressed table as the bytes of the plain table HDU. */
final class CompressedTable {
  private CompressedTable() {}

  /**
   * Header and data of the plain table.
   *
   * @param room bytes that it may have
   */
  static byte[] plain(Hdu hdu, long room) {
    long width = TileCompression.size(hdu, "ZNAXIS1", -1, 0);
    long rows = TileCompression.size(hdu, "ZNAXIS2", -1, 0);
    long heap = TileCompression.size(hdu, "ZPCOUNT", 0, 0);
    TileCompression.size(hdu, "ZTILELEN", 1, 1);
    if (width * rows + heap > room) {
      throw TileCompression.tooLarge(hdu, room);
    }
    Table.ofTiles(hdu);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(plain)) {
      ((CompressedTableHDU) NomTam.read(hdu)).asBinaryTableHDU().write(out);
    } catch (IOException | RuntimeException e) {
      throw TileCompression.damaged(hdu, e);
    }
    return plain.toByteArray();
  }
}
