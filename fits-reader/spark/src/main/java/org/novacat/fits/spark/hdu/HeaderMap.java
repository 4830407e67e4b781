package org.novacat.fits.spark.hdu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.novacat.fits.file.Header;

/** The cards of a header as a map from keyword to value, both as text. */
final class HeaderMap {
  private static final int VALUE = 8;

  private HeaderMap() {}

  /**
   * In the order of the cards. The first of a repeated keyword counts; the lines of COMMENT,
   * HISTORY and blank keywords are joined by line feeds; a long string is whole; a HIERARCH card
   * has the name behind that word.
   */
  static Map<String, String> of(Header header) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String keyword = header.keyword(i);
      switch (keyword) {
        case "CONTINUE" -> {}
        case "COMMENT", "HISTORY", "" -> {
          String line = header.card(i).substring(VALUE).stripTrailing();
          map.merge(keyword, line, (above, below) -> above + "\n" + below);
        }
        case "HIERARCH" -> {
          String name = hierarchName(header.card(i));
          map.putIfAbsent(name, header.text("HIERARCH " + name));
        }
        default -> map.putIfAbsent(keyword, header.text(keyword));
      }
    }
    return map;
  }

  private static String hierarchName(String card) {
    int equals = card.indexOf('=');
    return card.substring(VALUE, equals < 0 ? card.length() : equals).strip();
  }
}
