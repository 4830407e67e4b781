package org.novacat.fits.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novacat.fits.testing.FitsBytes;

/** A file with one binary table, written card by card. */
public final class TableBytes {
  private final List<String> columns = new ArrayList<>();
  private final List<String> more = new ArrayList<>();
  private final List<String> primary = new ArrayList<>();
  private int fields;
  private byte[] heap = new byte[0];

  /** A column; {@code cards} as {@code KEYWORD=value}, the keyword without its number. */
  public TableBytes column(String name, String form, String... cards) {
    fields++;
    columns.add(card("TTYPE", "'" + name + "'"));
    columns.add(card("TFORM", "'" + form + "'"));
    for (String card : cards) {
      int equals = card.indexOf('=');
      columns.add(card(card.substring(0, equals), card.substring(equals + 1)));
    }
    return this;
  }

  private String card(String keyword, String value) {
    return "%-8s= %s".formatted(keyword + fields, value);
  }

  /** Cards of the table's header. */
  TableBytes card(String card) {
    more.add(card);
    return this;
  }

  /** Cards of the primary header. */
  TableBytes primary(String card) {
    primary.add(card);
    return this;
  }

  TableBytes heap(byte[] bytes) {
    heap = bytes;
    return this;
  }

  /** The file, with these rows. */
  public byte[] rows(int rowLength, byte[] rows) {
    List<String> cards = new ArrayList<>();
    cards.add("XTENSION= 'BINTABLE'");
    cards.add("BITPIX  = 8");
    cards.add("NAXIS   = 2");
    cards.add("NAXIS1  = " + rowLength);
    cards.add("NAXIS2  = " + rows.length / Math.max(1, rowLength));
    cards.add("PCOUNT  = " + heap.length);
    cards.add("GCOUNT  = 1");
    cards.add("TFIELDS = " + fields);
    cards.addAll(columns);
    cards.addAll(more);
    byte[] data = Arrays.copyOf(rows, rows.length + heap.length);
    System.arraycopy(heap, 0, data, rows.length, heap.length);
    return FitsBytes.emptyPrimary(primary.toArray(String[]::new))
        .header(cards.toArray(String[]::new))
        .data(data)
        .bytes();
  }
}
