package org.novacat.fits.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;
import org.novacat.layouts.account.Piece;

/** What became of the cards of one header that could change what a spectrum means. */
final class CardAccount {
  private static final int MOST_CHARACTERS = 40;

  /** Words in the name of a HIERARCH card that speak of the medium. */
  private static final Pattern MEDIUM =
      Pattern.compile("\\b(?:AIR_?VAC|AIR_?OR_?VAC|VAC_?AIR|VACUUM|WAVE_?MED(?:IUM)?|MEDIUM)\\b");

  private final Header header;
  private final String hdu;
  private final Set<String> decided;
  private final boolean computed;
  private final @Nullable Header axis;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param header watched while the file was read
   * @param hdu name of its HDU
   * @param decided cards that chose the profile
   * @param computed whether cards give the wavelengths, and not a column or a line
   * @param axis the header whose cards gave them; null where it is this one, or none
   */
  CardAccount(
      Header header, String hdu, Set<String> decided, boolean computed, @Nullable Header axis) {
    this.header = header;
    this.axis = axis;
    this.hdu = hdu;
    this.decided = decided;
    this.computed = computed;
  }

  List<Piece> pieces() {
    int ofInstrument = 0;
    for (int i = 0; i < header.size(); i++) {
      if (CardRule.isHierarch(header, i)) {
        ofInstrument += header.wasAsked(i) || isOfMedium(i) ? 0 : 1;
      } else {
        card(i);
      }
    }
    if (ofInstrument > 0) {
      pieces.add(
          Piece.irrelevant(
              "card",
              hdu + ": " + ofInstrument + " HIERARCH cards",
              "of the instrument; the cards of the standard beside them are read"));
    }
    return pieces;
  }

  /** Whether a HIERARCH card may say the medium, which then is named. */
  private boolean isOfMedium(int i) {
    String card = header.wasAsked(i) ? "" : header.card(i);
    // Most cards are told without the pattern.
    if (!card.contains("AIR") && !card.contains("VAC") && !card.contains("MED")) {
      return false;
    }
    int end = Math.max(9, card.indexOf('='));
    boolean medium = MEDIUM.matcher(card).region(9, end).find();
    if (medium) {
      String name = hdu + " " + card.substring(9, end).strip() + " = ";
      pieces.add(
          Piece.unaccounted(
              "card",
              name + shortened(header.text(i).strip()),
              "it may say something of the medium"));
    }
    return medium;
  }

  private void card(int i) {
    CardRule rule = CardRule.of(header, i);
    String text = rule == null || !header.isFirst(i) ? "" : header.text(i);
    if (rule == null || text.isBlank()) {
      return;
    }
    String keyword = header.keyword(i);
    String name = hdu + " " + keyword + " = " + shortened(text.strip());
    boolean asked = header.wasAsked(i) || decided.contains(keyword);
    String otherwise = rule.irrelevance(computed);
    pieces.add(piece(rule, name, asked, otherwise != null ? otherwise : repeats(text, keyword)));
  }

  private static Piece piece(
      CardRule rule, String name, boolean asked, @Nullable String irrelevance) {
    if (irrelevance != null && !(asked && rule.fate() == CardRule.Use.NO)) {
      return Piece.irrelevant("card", name, irrelevance);
    }
    if (rule.fate() == CardRule.Use.ALWAYS || rule.fate() == CardRule.Use.KEEP) {
      return Piece.used("card", name, rule.what());
    }
    return asked
        ? Piece.used("card", name, "read for the " + rule.topic())
        : Piece.unaccounted("card", name, "it may say something of the " + rule.topic());
  }

  /** Why a card is irrelevant that says what the HDU of the axis says; null when it does not. */
  private @Nullable String repeats(String text, String keyword) {
    boolean same = axis != null && axis.peek(keyword).equals(text);
    return same ? "the HDU of the wavelengths says the same" : null;
  }

  private static String shortened(String value) {
    return value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS) + "...";
  }
}
