package org.novacat.fits.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import nom.tam.image.compression.hdu.CompressedTableHDU;
import nom.tam.util.FitsOutputStream;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;

/**
 * Rewrites a file with compressed HDUs as the plain file that it was made from (FITS Standard 4.0,
 * section 10). The empty primary HDU that fpack puts in front goes away when the first compressed
 * image was the primary one (ZSIMPLE).
 */
public final class TileCompression {
  private TileCompression() {}

  /**
   * The plain file; the file itself when nothing in it is compressed.
   *
   * @throws RefusedException when the compressed data are damaged or too large once plain
   */
  public static FitsFile expand(FitsFile file, ReadLimits limits) {
    if (file.hdus().stream().noneMatch(Hdu::isCompressed)) {
      return file;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    List<Hdu> hdus = file.hdus();
    for (int i = isMovedPrimary(hdus) ? 1 : 0; i < hdus.size(); i++) {
      plain.writeBytes(plain(hdus.get(i), limits.maxInflatedBytes() - plain.size()));
      plain.writeBytes(new byte[Blocks.padding(plain.size())]);
    }
    FitsFile expanded = FitsFile.open(plain.toByteArray(), limits);
    return new FitsFile(expanded.hdus(), file.notes());
  }

  private static boolean isMovedPrimary(List<Hdu> hdus) {
    return hdus.size() > 1
        && !hdus.get(0).hasData()
        && hdus.get(1).kind() == Hdu.Kind.COMPRESSED_IMAGE
        && hdus.get(1).header().isTrue("ZSIMPLE");
  }

  private static byte[] plain(Hdu hdu, long room) {
    return switch (hdu.kind()) {
      case COMPRESSED_IMAGE -> CompressedImage.plain(hdu, room);
      case COMPRESSED_TABLE -> plainTable(hdu, room);
      case IMAGE, BINARY_TABLE, ASCII_TABLE, RANDOM_GROUPS, OTHER ->
          Arrays.copyOfRange(
              hdu.bytes(), (int) hdu.headerStart(), (int) (hdu.dataStart() + hdu.dataLength()));
    };
  }

  /**
   * A size that nom-tam-fits will count with: where the card stands it must be an integer, since
   * the library reads more into a number than we do.
   */
  static long size(Hdu hdu, String keyword, long otherwise, long least) {
    boolean stated = hdu.header().has(keyword);
    long size = stated ? hdu.header().integer(keyword, -1) : otherwise;
    if (size < least || size > Integer.MAX_VALUE) {
      throw RefusedException.unreadable(
          "TILES_DAMAGED",
          "Cannot read file: %s of HDU %s is '%s'"
              .formatted(keyword, hdu.index(), hdu.header().text(keyword)));
    }
    return size;
  }

  static RefusedException tooLarge(Hdu hdu, long room) {
    return RefusedException.overLimit(
        "TILES_OVER_LIMIT",
        "Cannot read file: HDU %s is larger than the %s bytes that are left for it once plain"
            .formatted(hdu.index(), room));
  }

  static RefusedException damaged(Hdu hdu, Exception cause) {
    return RefusedException.unreadable(
        "TILES_DAMAGED",
        "Cannot read file: the compressed data of HDU %s cannot be made plain (%s)"
            .formatted(hdu.index(), cause));
  }

  /**
   * Header and data of the plain table that was compressed.
   *
   * @param room bytes that it may have
   */
  private static byte[] plainTable(Hdu hdu, long room) {
    long width = size(hdu, "ZNAXIS1", -1, 0);
    long rows = size(hdu, "ZNAXIS2", -1, 0);
    long heap = size(hdu, "ZPCOUNT", 0, 0);
    size(hdu, "ZTILELEN", 1, 1);
    if (width * rows + heap > room) {
      throw tooLarge(hdu, room);
    }
    Table.ofTiles(hdu);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(plain)) {
      ((CompressedTableHDU) NomTam.read(hdu)).asBinaryTableHDU().write(out);
    } catch (IOException | RuntimeException e) {
      throw damaged(hdu, e);
    }
    return plain.toByteArray();
  }
}
