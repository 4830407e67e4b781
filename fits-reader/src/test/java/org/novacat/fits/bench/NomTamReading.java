package org.novacat.fits.bench;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.fits.TableHDU;
import nom.tam.util.Cursor;

/** As the manual of nom-tam-fits reads a file; its own number types are kept. */
final class NomTamReading implements FileReading {
  @Override
  public long cards(Path file) throws IOException {
    long cards = 0;
    try (Fits fits = new Fits(file.toFile())) {
      for (BasicHDU<?> hdu = fits.readHDU(); hdu != null; hdu = fits.readHDU()) {
        cards += taken(hdu.getHeader());
      }
    }
    return cards;
  }

  /** The library counts END. */
  private static long taken(Header header) {
    long cards = -1;
    for (Cursor<String, HeaderCard> i = header.iterator(); i.hasNext(); i.next()) {
      cards++;
    }
    return cards;
  }

  @Override
  public double sum(Path file) throws IOException {
    double sum = 0;
    try (Fits fits = new Fits(file.toFile())) {
      for (BasicHDU<?> hdu : fits.read()) {
        if (hdu instanceof TableHDU<?> table) {
          sum += sum(table);
        } else if (hdu.getKernel() != null) {
          sum += sumOf(hdu.getKernel());
        }
      }
    }
    return sum;
  }

  private static double sum(TableHDU<?> table) throws IOException {
    double sum = 0;
    for (int i = 0; table.getNRows() > SHORT_TABLE && i < table.getNCols(); i++) {
      Object values = table.getColumn(i);
      sum += i < SUMMED ? sumOf(values) : 0;
    }
    return sum;
  }

  private static double sumOf(Object array) {
    double sum = 0;
    if (array instanceof double[] doubles) {
      for (double value : doubles) {
        sum += Double.isNaN(value) ? 0 : value;
      }
    } else if (array instanceof float[] floats) {
      for (float value : floats) {
        sum += Float.isNaN(value) ? 0 : value;
      }
    } else {
      for (int i = 0; i < Array.getLength(array); i++) {
        Object value = Array.get(array, i);
        sum += value instanceof Number number ? number.doubleValue() : sumOf(value);
      }
    }
    return sum;
  }
}
