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
    long width = hdu.header().integer("ZNAXIS1", -1);
    long rows = hdu.header().integer("ZNAXIS2", -1);
    long heap = hdu.header().integer("ZPCOUNT", 0);
    boolean small =
        width >= 0
            && width <= room
            && rows >= 0
            && rows <= room
            && heap >= 0
            && width * rows + heap <= room;
    if (!small) {
      throw TileCompression.tooLarge(hdu, room);
    }
    Table.checkTiles(hdu);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(plain)) {
      ((CompressedTableHDU) NomTam.read(hdu)).asBinaryTableHDU().write(out);
    } catch (IOException | RuntimeException e) {
      throw TileCompression.damaged(hdu, e);
    }
    return plain.toByteArray();
  }
}
