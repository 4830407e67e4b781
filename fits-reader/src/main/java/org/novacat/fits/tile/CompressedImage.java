package org.novacat.fits.tile;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;
import org.novacat.fits.data.Column;
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

  private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);
  private static final List<String> COLUMNS =
      List.of("COMPRESSED_DATA", "GZIP_COMPRESSED_DATA", "UNCOMPRESSED_DATA");

  private CompressedImage() {}

  /**
   * Header and data of the plain image.
   *
   * @param room bytes that it may have
   */
  static byte[] plain(Hdu hdu, long room) {
    int length = checkedLength(hdu, room);
    byte[] header = header(hdu);
    checkPresent(hdu);
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
    long bitpix = header.integer("ZBITPIX", 0);
    if (axes < 1 || axes > 999 || !BITPIX.contains(bitpix)) {
      throw RefusedException.unreadable(
          "TILES_DAMAGED",
          "Cannot read file: HDU %s has ZNAXIS '%s' and ZBITPIX '%s'"
              .formatted(hdu.index(), header.text("ZNAXIS"), header.text("ZBITPIX")));
    }
    long bytes = Math.abs(bitpix) / 8;
    long tiles = 1;
    for (int i = 1; i <= axes && bytes <= room; i++) {
      long axis = TileCompression.size(hdu, "ZNAXIS" + i, -1, 1);
      long tile = TileCompression.size(hdu, "ZTILE" + i, i == 1 ? axis : 1, 1);
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
          "Cannot read file: the image of HDU %s needs %s tiles and its table has %s rows"
              .formatted(hdu.index(), tiles, hdu.axes()[1]));
    }
  }

  /** A tile that stands in no column is left as zeros by nom-tam-fits, without a word. */
  private static void checkPresent(Hdu hdu) {
    Table table = Table.ofTiles(hdu);
    List<Column> columns = COLUMNS.stream().map(table::find).filter(Objects::nonNull).toList();
    for (int row = 0; row < table.rows(); row++) {
      int tile = row;
      if (columns.stream().noneMatch(column -> table.count(column, tile) > 0)) {
        throw RefusedException.unreadable(
            "TILES_DAMAGED",
            "Cannot read file: tile %s of HDU %s is in no column".formatted(row, hdu.index()));
      }
    }
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
    return String.format(Locale.ROOT, "%-8s= %20d", keyword, value);
  }
}
