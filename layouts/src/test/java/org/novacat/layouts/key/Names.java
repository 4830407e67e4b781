package org.novacat.layouts.key;

import java.text.Normalizer;
import java.util.Random;

/** Random names, tame and wild. */
final class Names {
  private static final String WORD = "abcxyz0189";
  private static final String[] WILD = {
    "a", "Z", "0", "_", "-", ".", " ", "=", ":", "+", "(", "'", "é", "ß", "Å", "新", "\uE000", "🌟"
  };

  private Names() {}

  /**
   * One to twelve of letters, digits and the characters of {@code inner}, which never lead or end.
   */
  static String word(Random random, String inner) {
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      boolean edge = i == 0 || i == length - 1;
      name.append(pick(random, edge ? WORD : WORD + inner));
    }
    return name.toString();
  }

  /** A legal segment of a key, in NFC, of any characters that a user may write. */
  static String unicode(Random random) {
    StringBuilder name = new StringBuilder("n");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      name.append(WILD[random.nextInt(WILD.length)]);
    }
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static char pick(Random random, String from) {
    return from.charAt(random.nextInt(from.length()));
  }
}
