package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.FitsElement;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCardException;
import nom.tam.fits.NullDataHDU;
import nom.tam.fits.utilities.FitsCheckSum;
import nom.tam.util.FitsOutputStream;
import org.novacat.jobs.spectrum.SpectrumFacts.Fact;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;

/**
 * A FITS binary table with the keywords of the IVOA Spectrum Data Model 1.1 (table F.1), one row a
 * sample behind an empty primary HDU. Why not one row of arrays: decision 0012.
 */
final class FitsExport {
  private static final int TEXT_OF_A_CARD = 70;
  private static final int CARD = 80;
  private static final int BLOCK = 2880;
  private static final String END = "END";
  private static final String NO_CHECKSUM = "0".repeat(16);

  private FitsExport() {}

  static byte[] write(SpectrumTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      append(bytes, primary());
      append(bytes, extension(table));
    } catch (FitsException e) {
      throw new IllegalStateException("Cannot write a spectrum as FITS", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void append(ByteArrayOutputStream bytes, BasicHDU<?> hdu)
      throws FitsException, IOException {
    byte[] data = bytes(hdu.getData());
    bytes.write(withSums(bytes(hdu.getHeader()), data));
    bytes.write(data);
  }

  private static byte[] bytes(FitsElement element) throws FitsException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(bytes)) {
      element.write(out);
    }
    return bytes.toByteArray();
  }

  /** The library puts the time of writing into the comment of SIMPLE; it goes. */
  private static NullDataHDU primary() {
    NullDataHDU hdu = new NullDataHDU();
    hdu.getHeader().findCard("SIMPLE").setComment("conforms to FITS standard");
    return hdu;
  }

  private static BinaryTableHDU extension(SpectrumTable table) throws FitsException {
    BinaryTable data = new BinaryTable();
    for (ExportColumn column : table.columns()) {
      data.addColumn(column.values());
    }
    BinaryTableHDU hdu = data.toHDU();
    Header header = hdu.getHeader();
    for (int i = 0; i < table.columns().size(); i++) {
      describe(header, i + 1, table.columns().get(i));
    }
    header.addValue("EXTNAME", "SPECTRUM", "name of the table");
    header.addValue("VOCLASS", "SPECTRUM 1.0", "IVOA data model");
    for (Fact fact : table.facts()) {
      add(header, fact);
    }
    history(header, table.notes());
    return hdu;
  }

  private static void describe(Header header, int number, ExportColumn column)
      throws HeaderCardException {
    text(header, "TTYPE" + number, column.name(), column.description());
    text(header, "TUNIT" + number, column.unit(), "unit");
    text(header, "TUCD" + number, column.ucd(), "UCD");
    if (!column.field().isEmpty()) {
      text(header, "TUTYP" + number, "Spectrum." + column.field(), "field of the data model");
    }
  }

  private static void add(Header header, Fact fact) throws HeaderCardException {
    String comment =
        fact.unit().isEmpty() ? fact.comment() : "[%s] %s".formatted(fact.unit(), fact.comment());
    if (fact.value() instanceof Number number) {
      header.addValue(fact.keyword(), number, ascii(comment));
    } else {
      text(header, fact.keyword(), fact.value().toString(), comment);
    }
  }

  private static void text(Header header, String keyword, String text, String comment)
      throws HeaderCardException {
    if (!text.isEmpty()) {
      header.addValue(keyword, ascii(text), ascii(comment));
    }
  }

  private static void history(Header header, List<String> notes) throws HeaderCardException {
    for (String note : notes) {
      String rest = ascii(note);
      while (rest.length() > TEXT_OF_A_CARD) {
        int blank = rest.lastIndexOf(' ', TEXT_OF_A_CARD);
        int end = blank > 0 ? blank : TEXT_OF_A_CARD;
        header.insertHistory(rest.substring(0, end));
        rest = rest.substring(end).strip();
      }
      header.insertHistory(rest);
    }
  }

  /** FITS headers are ASCII (section 4.2.1): accents go, and what else is not becomes a ?. */
  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^ -~]", "?");
  }

  /**
   * The header with DATASUM and CHECKSUM before END (FITS Standard 4.0, section 4.4.2.7 and
   * appendix J). nom-tam-fits would add them, but with the time of writing in their comments, and
   * again each time that it writes a header which has them.
   *
   * @param header whole blocks, without the cards
   * @param data whole blocks
   */
  private static byte[] withSums(byte[] header, byte[] data) {
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
