package org.novacat.fits.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;
import org.novacat.layouts.account.Piece;

/** What became of the cards of one header that could change what a spectrum means. */
final class CardAccount {
  private static final int MOST_CHARACTERS = 40;

  private final Header header;
  private final String hdu;
  private final Set<String> decided;
  private final boolean computed;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param header watched while the file was read
   * @param hdu name of its HDU
   * @param decided cards that chose the profile
   * @param computed whether cards give the wavelengths, and not a column or a line
   */
  CardAccount(Header header, String hdu, Set<String> decided, boolean computed) {
    this.header = header;
    this.hdu = hdu;
    this.decided = decided;
    this.computed = computed;
  }

  List<Piece> pieces() {
    int ofInstrument = 0;
    for (int i = 0; i < header.size(); i++) {
      String keyword = header.keyword(i);
      if (keyword.equals("HIERARCH")) {
        ofInstrument += header.wasAsked(i) ? 0 : 1;
      } else if (header.isFirst(i)) {
        card(i, keyword);
      }
    }
    if (ofInstrument > 0) {
      pieces.add(
          Piece.irrelevant(
              "card",
              "%s: %s HIERARCH cards".formatted(hdu, ofInstrument),
              "of the instrument; the cards of the standard beside them are read"));
    }
    return pieces;
  }

  private void card(int i, String keyword) {
    CardRule rule = CardRule.of(keyword);
    if (rule == null || header.text(i).isBlank()) {
      return;
    }
    String name = "%s %s = %s".formatted(hdu, keyword, value(i));
    boolean asked = header.wasAsked(i) || decided.contains(keyword);
    String otherwise = rule.irrelevance(keyword, computed);
    pieces.add(piece(rule, name, asked, otherwise));
  }

  private static Piece piece(
      CardRule rule, String name, boolean asked, @Nullable String irrelevance) {
    if (irrelevance != null) {
      return Piece.irrelevant("card", name, irrelevance);
    }
    if (rule.fate() == CardRule.Use.ALWAYS || rule.fate() == CardRule.Use.KEEP) {
      return Piece.used("card", name, rule.what());
    }
    return asked
        ? Piece.used("card", name, "read for the " + rule.topic())
        : Piece.unaccounted("card", name, "it may say something of the " + rule.topic());
  }

  private String value(int i) {
    String value = header.text(i).strip();
    return value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS) + "...";
  }
}
