package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.HeaderCard;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;

/** Every card that we and nom-tam-fits both read has the same value, in every HDU. */
class HeaderOracleTest {
  /** A writer did not double the quote; nom-tam-fits ends the string there, we at the last. */
  private static final String UNDOUBLED_QUOTE =
      "UM669_nF.fits HDU 0 OBSERVER: 'J. O'Meara', not 'J. O'";

  private final List<String> different = new ArrayList<>();

  @Test
  void everyHeaderOfEveryRealFile_agreesWithNomTam() throws IOException {
    long cards = 0;
    for (RealFile file : Corpus.files()) {
      if (!file.expect().equals("malformed")) {
        cards += compare(file.name(), file.bytes());
      }
    }

    System.out.println("cards compared with nom-tam-fits: " + cards);
    assertThat(different).containsExactly(UNDOUBLED_QUOTE);
    assertThat(cards).isGreaterThan(11_000);
  }

  private long compare(String name, byte[] bytes) throws IOException {
    long cards = 0;
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      for (Hdu hdu : FitsFile.open(bytes, ReadLimits.DEFAULT).hdus()) {
        BasicHDU<?> their = fits.readHDU();
        cards += compare(name + " HDU " + hdu.index(), hdu.header(), their.getHeader());
      }
    }
    return cards;
  }

  private long compare(String what, Header ours, nom.tam.fits.Header theirs) {
    long cards = 0;
    for (String name : unique(ours)) {
      String our = ours.text(name);
      String their = value(theirs.findCard(name.replaceAll(" +", ".")));
      if (!our.equals(their)) {
        different.add("%s %s: '%s', not '%s'".formatted(what, name, our, their));
      }
      cards++;
    }
    return cards;
  }

  private static String value(HeaderCard card) {
    return card == null || card.getValue() == null ? "" : card.getValue().stripTrailing();
  }

  /** The names of the cards with a value; of repeated ones we take the first, they the last. */
  private static Set<String> unique(Header header) {
    Set<String> once = new LinkedHashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = name(header, i);
      if (!name.isEmpty() && !once.add(name)) {
        repeated.add(name);
      }
    }
    once.removeAll(repeated);
    return once;
  }

  /** "" for a card without a value. */
  private static String name(Header header, int i) {
    String keyword = header.keyword(i);
    String card = header.card(i);
    if (keyword.equals("HIERARCH")) {
      return card.contains("=") ? card.substring(0, card.indexOf('=')).strip() : "";
    }
    boolean commentary = keyword.equals("COMMENT") || keyword.equals("HISTORY");
    return card.startsWith("= ", 8) && !commentary ? keyword : "";
  }
}
