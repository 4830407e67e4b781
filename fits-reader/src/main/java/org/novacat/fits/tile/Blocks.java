package org.novacat.fits.tile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cards as the blocks of a header. */
final class Blocks {
  /** Bytes of a FITS block. */
  static final int SIZE = 2880;

  private Blocks() {}

  /** The cards, each filled with blanks to 80 characters, the last block filled too. */
  static byte[] of(List<String> cards) {
    StringBuilder text = new StringBuilder();
    cards.forEach(card -> text.append("%-80s".formatted(card)));
    text.append(" ".repeat(padding(text.length())));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What is missing to a whole block. */
  static int padding(int length) {
    return (SIZE - length % SIZE) % SIZE;
  }
}
