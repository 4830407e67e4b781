package org.novacat.fits.tile;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;

/** A compressed image as the bytes of the plain image HDU. */
final class CompressedImage {
  /** Cards that describe the table of tiles or the compression, and not the image. */
  private static final Pattern OF_THE_TABLE =
      Pattern.compile(
          "XTENSION|SIMPLE|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|EXTEND|TFIELDS|T(?:TYPE|FORM|UNIT|DIM|NULL)\\d+"
              + "|CHECKSUM|DATASUM|Z(?:IMAGE|SIMPLE|TENSION|BITPIX|EXTEND|PCOUNT|GCOUNT|CMPTYPE"
              + "|HECKSUM|DATASUM|QUANTIZ|DITHER0|MASKCMP|BLOCKED|SCALE|ZERO|BLANK"
              + "|NAXIS\\d*|TILE\\d+|NAME\\d+|VAL\\d+)");

  private CompressedImage() {}

  /**
   * Header and data of the plain image.
   *
   * @param room bytes that it may have
   */
  static byte[] plain(Hdu hdu, long room) {
    int length = checkedLength(hdu, room);
    byte[] header = header(hdu);
    Table.checkTiles(hdu);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(header.length + length + Blocks.SIZE);
    plain.writeBytes(header);
    try (FitsOutputStream out = new FitsOutputStream(plain)) {
      ((CompressedImageHDU) NomTam.read(hdu)).asImageHDU().getData().write(out);
    } catch (IOException | RuntimeException e) {
      throw TileCompression.damaged(hdu, e);
    }
    if (plain.size() < header.length + length) {
      throw TileCompression.damaged(hdu, new EOFException("pixels are missing"));
    }
    return plain.toByteArray();
  }

  /** Bytes of the plain image, after all that nom-tam-fits will count with is checked. */
  private static int checkedLength(Hdu hdu, long room) {
    Header header = hdu.header();
    long axes = header.integer("ZNAXIS", 0);
    long bytes = Math.abs(header.integer("ZBITPIX", 0)) / 8;
    if (axes < 1 || axes > 999 || (bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8)) {
      throw RefusedException.unreadable(
          "TILES_DAMAGED",
          "Cannot read file: HDU %d has ZNAXIS '%s' and ZBITPIX '%s'"
              .formatted(hdu.index(), header.text("ZNAXIS"), header.text("ZBITPIX")));
    }
    long tiles = 1;
    for (int i = 1; i <= axes && bytes <= room; i++) {
      long axis = checkedAxis(hdu, "ZNAXIS" + i, -1);
      long tile = checkedAxis(hdu, "ZTILE" + i, i == 1 ? axis : 1);
      bytes *= axis;
      tiles *= (axis + tile - 1) / tile;
    }
    checkTiles(hdu, bytes, room, tiles);
    return (int) bytes;
  }

  private static void checkTiles(Hdu hdu, long bytes, long room, long tiles) {
    if (bytes > room) {
      throw TileCompression.tooLarge(hdu, room);
    }
    if (tiles != hdu.axes()[1]) {
      throw RefusedException.unreadable(
          "TILES_DAMAGED",
          "Cannot read file: the image of HDU %d needs %d tiles and its table has %d rows"
              .formatted(hdu.index(), tiles, hdu.axes()[1]));
    }
  }

  /** A card that must be a positive length where it stands. */
  private static long checkedAxis(Hdu hdu, String keyword, long otherwise) {
    boolean stated = hdu.header().has(keyword);
    long length = stated ? hdu.header().integer(keyword, -1) : otherwise;
    if (length < 1 || length > Integer.MAX_VALUE) {
      throw RefusedException.unreadable(
          "TILES_DAMAGED",
          "Cannot read file: %s of HDU %d is '%s'"
              .formatted(keyword, hdu.index(), hdu.header().text(keyword)));
    }
    return length;
  }

  private static byte[] header(Hdu hdu) {
    Header header = hdu.header();
    List<String> cards = new ArrayList<>();
    boolean primary = header.isTrue("ZSIMPLE") && hdu.index() == 1;
    cards.add(primary ? "SIMPLE  =                    T" : "XTENSION= 'IMAGE   '");
    cards.add(number("BITPIX", header.integer("ZBITPIX", 0)));
    long axes = header.integer("ZNAXIS", 0);
    cards.add(number("NAXIS", axes));
    for (int i = 1; i <= axes; i++) {
      cards.add(number("NAXIS" + i, header.integer("ZNAXIS" + i, 0)));
    }
    for (int i = 0; i < header.size(); i++) {
      if (!OF_THE_TABLE.matcher(header.keyword(i)).matches()) {
        cards.add(header.card(i));
      }
    }
    cards.add("END");
    return Blocks.of(cards);
  }

  private static String number(String keyword, long value) {
    return "%-8s= %20d".formatted(keyword, value);
  }
}
