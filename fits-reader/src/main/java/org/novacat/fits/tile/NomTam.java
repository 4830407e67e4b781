package org.novacat.fits.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.novacat.fits.file.Hdu;

/**
 * Hands one HDU to nom-tam-fits as a file of its own. The library's settings are static and
 * mutable; none is changed here, and nothing here depends on one.
 */
final class NomTam {
  private static final int BLOCK = 2880;
  private static final byte[] EMPTY_PRIMARY = emptyPrimary();

  private NomTam() {}

  /** The HDU as nom-tam-fits reads it. */
  static BasicHDU<?> read(Hdu hdu) throws IOException {
    int length = hdu.dataStart() + hdu.dataLength() - hdu.headerStart();
    byte[] bytes = Arrays.copyOf(EMPTY_PRIMARY, BLOCK + (length + BLOCK - 1) / BLOCK * BLOCK);
    System.arraycopy(hdu.bytes(), hdu.headerStart(), bytes, BLOCK, length);
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      BasicHDU<?> read = fits.getHDU(1);
      if (read == null) {
        throw new FitsException("nothing was read");
      }
      return read;
    }
  }

  private static byte[] emptyPrimary() {
    String cards =
        "%-80s%-80s%-80s%-80s"
            .formatted(
                "SIMPLE  =                    T",
                "BITPIX  =                    8",
                "NAXIS   =                    0",
                "END");
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) ' ');
    byte[] text = cards.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, block, 0, text.length);
    return block;
  }
}
