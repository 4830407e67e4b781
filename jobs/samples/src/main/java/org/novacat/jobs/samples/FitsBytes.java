package org.novacat.jobs.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.NullDataHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;

/** Whole FITS files in memory, through nom-tam-fits. */
public final class FitsBytes {
  /** Samples a tile; the tiles of noise never compress to one length, see {@link #tiled}. */
  private static final int TILE = 500;

  private FitsBytes() {}

  /**
   * A column of a binary table.
   *
   * @param unit TUNIT; empty for none
   * @param data one value a row, or one array a row
   */
  public record Column(String name, String unit, Object data) {}

  /** One image, of any array type and dimension, in the primary HDU. */
  static byte[] image(Object data, Consumer<SampleCards> cards) {
    return made(() -> write(imageHdu(data, cards)));
  }

  /**
   * One image of integers, compressed by RICE into tiles behind an empty primary HDU.
   *
   * <p>Integers, and more than one tile: of floating-point images, and of tiles that all compress
   * to one length, this version of the library writes what CFITSIO cannot read.
   */
  static byte[] tiled(short[] data, Consumer<SampleCards> cards) {
    return made(
        () -> {
          ImageHDU image = imageHdu(data, cards);
          CompressedImageHDU tiled = CompressedImageHDU.fromImageHDU(image, TILE);
          tiled.setCompressAlgorithm("RICE_1");
          tiled.compress();
          return write(emptyPrimary(nothing -> {}), tiled);
        });
  }

  /** One binary table behind an empty primary HDU. */
  public static byte[] table(
      Consumer<SampleCards> primary, List<Column> columns, Consumer<SampleCards> extension) {
    return made(() -> write(emptyPrimary(primary), tableHdu(columns, extension)));
  }

  private static ImageHDU imageHdu(Object data, Consumer<SampleCards> cards) throws FitsException {
    ImageHDU image = (ImageHDU) Fits.makeHDU(data);
    cards.accept(SampleCards.of(image.getHeader()));
    return image;
  }

  private static NullDataHDU emptyPrimary(Consumer<SampleCards> cards) {
    NullDataHDU primary = new NullDataHDU();
    cards.accept(SampleCards.of(primary.getHeader()));
    return primary;
  }

  private static BinaryTableHDU tableHdu(List<Column> columns, Consumer<SampleCards> cards)
      throws FitsException {
    BinaryTable table = new BinaryTable();
    for (Column column : columns) {
      table.addColumn(column.data());
    }
    BinaryTableHDU hdu = table.toHDU();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      hdu.setColumnName(i, column.name(), null);
      if (!column.unit().isEmpty()) {
        hdu.getHeader().addValue("TUNIT" + (i + 1), column.unit(), "unit of the column");
      }
    }
    cards.accept(SampleCards.of(hdu.getHeader()));
    return hdu;
  }

  private static byte[] write(BasicHDU<?>... hdus) throws FitsException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      for (BasicHDU<?> hdu : hdus) {
        fits.addHDU(hdu);
      }
      fits.write(out);
    }
    return bytes.toByteArray();
  }

  private interface Maker {
    byte[] make() throws FitsException, IOException;
  }

  private static byte[] made(Maker maker) {
    try {
      return maker.make();
    } catch (FitsException e) {
      throw new IllegalStateException("Cannot make a sample file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
  }
}
