package org.novacat.fits.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;

/**
 * Hands one HDU to nom-tam-fits as a file of its own. The library's settings are static and
 * mutable; none is changed here, and nothing here depends on one.
 *
 * <p>Of repeated keywords the first counts for us and the last for nom-tam-fits; so only the first
 * is handed over, and what we checked is what it sees.
 */
final class NomTam {
  private static final byte[] EMPTY_PRIMARY =
      Blocks.of(
          List.of(
              "SIMPLE  =                    T",
              "BITPIX  =                    8",
              "NAXIS   =                    0",
              "END"));

  /**
   * The library logs each tile that it cannot make sense of, by the thousand for one damaged file;
   * what is wrong with a file is said once, by its refusal.
   */
  private static final Logger LOG = Logger.getLogger("nom.tam");

  private NomTam() {}

  /** The HDU as nom-tam-fits reads it. */
  static BasicHDU<?> read(Hdu hdu) throws IOException {
    LOG.setLevel(Level.OFF);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(EMPTY_PRIMARY);
    bytes.writeBytes(header(hdu.header()));
    bytes.write(hdu.bytes(), (int) hdu.dataStart(), (int) hdu.dataLength());
    bytes.writeBytes(new byte[Blocks.padding((int) hdu.dataLength())]);
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes.toByteArray()))) {
      BasicHDU<?> read = fits.getHDU(1);
      if (read == null) {
        throw new FitsException("nothing was read");
      }
      return read;
    }
  }

  /** The default said aloud, as fpack does for lossless files; the library warns of it. */
  private static boolean isNoQuantization(Header header, int card) {
    return header.keyword(card).equals("ZQUANTIZ") && header.text("ZQUANTIZ").equals("NONE");
  }

  private static byte[] header(Header header) {
    List<String> cards = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.isFirst(i) && !isNoQuantization(header, i)) {
        cards.add(header.card(i));
      }
    }
    cards.add("END");
    return Blocks.of(cards);
  }
}
