package org.novacat.fits.file;

import java.nio.charset.StandardCharsets;

/**
 * Reads the value of one 80-byte card (FITS Standard 4.0, sections 4.1 and 4.2), fixed or free
 * format. It tolerates what real writers leave: an equals sign without the blank after it, and a
 * quote inside a string that was not doubled ({@code 'J. O'Meara'}).
 */
final class CardValue {
  static final int CARD = 80;
  private static final int VALUE = 9;

  private CardValue() {}

  /** Whether the card that begins at {@code card} has a value indicator. */
  static boolean present(byte[] bytes, int card) {
    return bytes[card + 8] == '=';
  }

  /** The value of a card whose keyword is the usual 8 bytes; "" when the value is undefined. */
  static String of(byte[] bytes, int card) {
    return from(bytes, card + VALUE, card + CARD);
  }

  /** The value that stands in {@code [from, to)}, quotes taken off, comment left out. */
  static String from(byte[] bytes, int from, int to) {
    int p = skipBlanks(bytes, from, to);
    if (p < to && bytes[p] == '\'') {
      return string(bytes, p + 1, to);
    }
    int end = p;
    while (end < to && bytes[end] != '/') {
      end++;
    }
    return ascii(bytes, p, trimmedEnd(bytes, p, end));
  }

  /** What stands behind the slash after the value in {@code [from, to)}; "" without one. */
  static String comment(byte[] bytes, int from, int to) {
    int p = skipBlanks(bytes, from, to);
    if (p < to && bytes[p] == '\'') {
      p = Math.min(to, closingQuote(bytes, p + 1, to) + 1);
    }
    while (p < to && bytes[p] != '/') {
      p++;
    }
    int start = skipBlanks(bytes, Math.min(to, p + 1), to);
    return ascii(bytes, start, trimmedEnd(bytes, start, to));
  }

  private static String string(byte[] bytes, int from, int to) {
    int close = closingQuote(bytes, from, to);
    String text = ascii(bytes, from, trimmedEnd(bytes, from, close));
    return text.indexOf('\'') < 0 ? text : text.replace("''", "'");
  }

  /**
   * The quote that ends the string: one that is not doubled and is followed by nothing but blanks
   * up to a slash or the card's end. Without one, the card's end.
   */
  private static int closingQuote(byte[] bytes, int from, int to) {
    int p = from;
    while (p < to) {
      if (bytes[p] != '\'') {
        p++;
      } else if (p + 1 < to && bytes[p + 1] == '\'') {
        p += 2;
      } else {
        int next = skipBlanks(bytes, p + 1, to);
        if (next == to || bytes[next] == '/') {
          return p;
        }
        p++;
      }
    }
    return to;
  }

  /** The first place from {@code from} on that holds no blank; {@code to} when all do. */
  static int skipBlanks(byte[] bytes, int from, int to) {
    int p = from;
    while (p < to && bytes[p] == ' ') {
      p++;
    }
    return p;
  }

  private static int trimmedEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
