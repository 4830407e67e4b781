package org.novacat.fits.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A way to read FITS files. What is summed is what the program for cfitsio sums, so that a
 * difference in the work would show: all pixels of images, and the first two columns of tables that
 * have more than {@value #SHORT_TABLE} rows. All their other numeric columns are decoded too.
 */
interface FileReading {
  /** Tables up to this length are passed over in a full read. */
  int SHORT_TABLE = 100;

  /** Columns of a table that are summed. */
  int SUMMED = 2;

  /** Takes every card of every header; their number. */
  long cards(Path file) throws IOException;

  /** Decodes all numbers of all HDUs; the sum, NaN left out. */
  double sum(Path file) throws IOException;
}
