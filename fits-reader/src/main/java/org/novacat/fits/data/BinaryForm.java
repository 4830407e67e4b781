package org.novacat.fits.data;

import org.novacat.fits.file.RefusedException;

/**
 * TFORMn of a binary table: {@code rT}, {@code rPT(max)} or {@code rQT(max)} (FITS Standard 4.0,
 * sections 7.3.1 and 7.3.5). What follows the type letter of a plain column is not the standard's
 * business and is passed over.
 *
 * @param count elements; for variable-length arrays the stated maximum, −1 without one
 * @param descriptor bytes of the array descriptor, 0, 8 or 16
 * @param width bytes in a row
 */
record BinaryForm(ColumnType type, int count, int descriptor, int width) {
  static BinaryForm parse(String form, String keyword) {
    String text = form.strip();
    int letter = 0;
    while (letter < text.length() && isDigit(text.charAt(letter))) {
      letter++;
    }
    if (letter == text.length() || letter > 9) {
      throw bad(form, keyword);
    }
    int count = letter == 0 ? 1 : Integer.parseInt(text, 0, letter, 10);
    char type = text.charAt(letter);
    if ((type == 'P' || type == 'Q') && letter + 1 < text.length() && count <= 1) {
      return array(text, letter, count, keyword);
    }
    return plain(typeOf(type, form, keyword), count, form, keyword);
  }

  private static BinaryForm plain(ColumnType type, int count, String form, String keyword) {
    long width = type.bytes(count);
    if (width > Integer.MAX_VALUE) {
      throw bad(form, keyword);
    }
    return new BinaryForm(type, count, 0, (int) width);
  }

  private static BinaryForm array(String text, int letter, int count, String keyword) {
    ColumnType type = typeOf(text.charAt(letter + 1), text, keyword);
    int descriptor = text.charAt(letter) == 'P' ? 8 : 16;
    return new BinaryForm(type, most(text, letter + 2), descriptor, count * descriptor);
  }

  /** The number in the brackets that begin at {@code from}; −1 without one. */
  private static int most(String text, int from) {
    int end = from + 1;
    while (end < text.length() && end < from + 10 && isDigit(text.charAt(end))) {
      end++;
    }
    boolean stated = end > from + 1 && text.charAt(from) == '(';
    return stated ? Integer.parseInt(text, from + 1, end, 10) : -1;
  }

  private static ColumnType typeOf(char letter, String form, String keyword) {
    ColumnType type = ColumnType.ofLetter(letter);
    if (type == null) {
      throw bad(form, keyword);
    }
    return type;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static RefusedException bad(String form, String keyword) {
    return RefusedException.unreadable(
        "FITS_BAD_TFORM", "Cannot read table: %s is '%s'".formatted(keyword, form));
  }
}
