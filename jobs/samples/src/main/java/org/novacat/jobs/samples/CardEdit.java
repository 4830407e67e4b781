package org.novacat.jobs.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Damages one card of a FITS file in place, where the library would refuse to write it. */
final class CardEdit {
  private static final int CARD = 80;

  private CardEdit() {}

  /** A copy of {@code file} whose first card {@code key} reads {@code text}. */
  static byte[] replace(byte[] file, String key, String text) {
    byte[] edited = file.clone();
    int at = offset(file, key);
    Arrays.fill(edited, at, at + CARD, (byte) ' ');
    byte[] ascii = text.getBytes(US_ASCII);
    System.arraycopy(ascii, 0, edited, at, ascii.length);
    return edited;
  }

  private static int offset(byte[] file, String key) {
    byte[] name = String.format("%-8s", key).getBytes(US_ASCII);
    for (int at = 0; at + CARD <= file.length; at += CARD) {
      if (Arrays.equals(name, 0, name.length, file, at, at + name.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("Cannot damage card '%s': the file has none".formatted(key));
  }
}
