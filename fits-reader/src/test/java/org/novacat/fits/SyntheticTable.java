package org.novacat.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import nom.tam.fits.NullDataHDU;
import nom.tam.util.FitsOutputStream;

/** A file of one binary table, written by nom-tam-fits from the description of a convention. */
public final class SyntheticTable {
  private final List<Object> data = new ArrayList<>();
  private final List<String[]> columns = new ArrayList<>();
  private final List<Object[]> primaryCards = new ArrayList<>();
  private final List<Object[]> tableCards = new ArrayList<>();

  /** Adds a column: an array over rows, its elements numbers, text or arrays of numbers. */
  public SyntheticTable column(String name, String unit, Object values) {
    return column(name, unit, "", "", values);
  }

  /** Adds a column with TUTYP and TUCD. */
  public SyntheticTable column(String name, String unit, String utype, String ucd, Object values) {
    columns.add(new String[] {name, unit, utype, ucd});
    data.add(values);
    return this;
  }

  /** Adds a card to the primary header. */
  public SyntheticTable primary(String keyword, Object value) {
    primaryCards.add(new Object[] {keyword, value});
    return this;
  }

  /** Adds a card to the header of the table. */
  public SyntheticTable table(String keyword, Object value) {
    tableCards.add(new Object[] {keyword, value});
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      NullDataHDU primary = new NullDataHDU();
      primaryCards.forEach(card -> add(primary.getHeader(), card));
      fits.addHDU(primary);
      fits.addHDU(tableHdu());
      fits.write(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private BinaryTableHDU tableHdu() {
    BinaryTableHDU hdu = BinaryTable.fromColumnMajor(data.toArray()).toHDU();
    Header header = hdu.getHeader();
    for (int i = 0; i < columns.size(); i++) {
      String[] column = columns.get(i);
      hdu.setColumnName(i, column[0], null);
      add(header, new Object[] {"TUNIT" + (i + 1), column[1]});
      if (!column[2].isEmpty()) {
        add(header, new Object[] {"TUTYP" + (i + 1), column[2]});
        add(header, new Object[] {"TUCD" + (i + 1), column[3]});
      }
    }
    tableCards.forEach(card -> add(header, card));
    return hdu;
  }

  private static void add(Header header, Object[] card) {
    String keyword = (String) card[0];
    if (card[1] instanceof String text) {
      header.addValue(keyword, text, null);
    } else if (card[1] instanceof Boolean flag) {
      header.addValue(keyword, flag, null);
    } else {
      header.addValue(keyword, (Number) card[1], null);
    }
  }
}
