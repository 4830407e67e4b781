package org.novacat.transforms.photometry.band;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The form in which filter texts are compared; case counts, for V and v are two bands. */
final class BandText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

  private BandText() {}

  /** Unicode NFC, single blanks, and one apostrophe for the three in use. */
  static String normal(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String plain = composed.replace('\u2019', '\'').replace('\u2032', '\'');
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }
}
