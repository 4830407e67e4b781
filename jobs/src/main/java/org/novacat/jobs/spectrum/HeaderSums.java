package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import nom.tam.fits.utilities.FitsCheckSum;

/**
 * Puts DATASUM and CHECKSUM into a FITS header (FITS Standard 4.0, section 4.4.2.7 and appendix J).
 * nom-tam-fits would do it, but with the time of writing in their comments, and again each time
 * that it writes a header which has them.
 */
final class HeaderSums {
  private static final int CARD = 80;
  private static final int BLOCK = 2880;
  private static final String END = "END";
  private static final String NO_CHECKSUM = "0".repeat(16);

  private HeaderSums() {}

  /**
   * The header with both cards before END.
   *
   * @param header whole blocks, without the cards
   * @param data whole blocks
   */
  static byte[] add(byte[] header, byte[] data) {
    String text = new String(header, US_ASCII).stripTrailing();
    String dataSum = Long.toString(FitsCheckSum.checksum(data));
    String cards =
        text.substring(0, text.length() - END.length())
            + card("DATASUM", dataSum, "checksum of the data")
            + card("CHECKSUM", NO_CHECKSUM, "checksum of the HDU")
            + END;
    String blocks = cards + " ".repeat(Math.floorMod(-cards.length(), BLOCK));
    long all =
        FitsCheckSum.sumOf(
            FitsCheckSum.checksum(blocks.getBytes(US_ASCII)), FitsCheckSum.checksum(data));
    return blocks
        .replace("CHECKSUM= '" + NO_CHECKSUM, "CHECKSUM= '" + FitsCheckSum.encode(all))
        .getBytes(US_ASCII);
  }

  /** In the fixed format: astropy compares the sum with that of the card as it would write it. */
  private static String card(String keyword, String value, String comment) {
    String card = "%-8s= %-20s / %s".formatted(keyword, "'%-8s'".formatted(value), comment);
    return card + " ".repeat(CARD - card.length());
  }
}
