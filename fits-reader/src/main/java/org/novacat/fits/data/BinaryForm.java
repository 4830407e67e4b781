package org.novacat.fits.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.file.RefusedException;

/**
 * TFORMn of a binary table: {@code rT}, {@code rPT(max)} or {@code rQT(max)} (FITS Standard 4.0,
 * sections 7.3.1 and 7.3.5).
 *
 * @param count elements; for variable-length arrays the stated maximum, −1 without one
 * @param descriptor bytes of the array descriptor, 0, 8 or 16
 * @param width bytes in a row
 */
record BinaryForm(ColumnType type, int count, int descriptor, int width) {
  private static final Pattern PLAIN = Pattern.compile("(\\d*)([LXBIJKAEDCM]).*");
  private static final Pattern ARRAY =
      Pattern.compile("([01]?)([PQ])([LXBIJKAEDCM])(?:\\((\\d*)\\))?.*");

  static BinaryForm parse(String form, String keyword) {
    String text = form.strip();
    Matcher array = ARRAY.matcher(text);
    if (array.matches()) {
      return array(array);
    }
    Matcher plain = PLAIN.matcher(text);
    if (!plain.matches() || plain.group(1).length() > 10) {
      throw RefusedException.unreadable(
          "FITS_BAD_TFORM", "Cannot read table: %s is '%s'".formatted(keyword, form));
    }
    ColumnType type = ColumnType.ofLetter(plain.group(2).charAt(0));
    long count = plain.group(1).isEmpty() ? 1 : Long.parseLong(plain.group(1));
    long width = type.bytes(count);
    if (count > Integer.MAX_VALUE || width > Integer.MAX_VALUE) {
      throw RefusedException.unreadable(
          "FITS_BAD_TFORM", "Cannot read table: %s is '%s', too wide".formatted(keyword, form));
    }
    return new BinaryForm(type, (int) count, 0, (int) width);
  }

  private static BinaryForm array(Matcher array) {
    ColumnType type = ColumnType.ofLetter(array.group(3).charAt(0));
    int descriptor = array.group(2).equals("P") ? 8 : 16;
    String most = array.group(4);
    boolean stated = most != null && !most.isEmpty() && most.length() < 10;
    int width = array.group(1).equals("0") ? 0 : descriptor;
    return new BinaryForm(type, stated ? Integer.parseInt(most) : -1, descriptor, width);
  }
}
