package org.novacat.fits;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.layouts.id.ContentHash;

/**
 * A hash that is equal for files of the same make: SHA-256 over the lines below, UTF-8, each ended
 * by a line feed. Lengths, dates, targets and other values that differ from one exposure to the
 * next are left out on purpose.
 *
 * <ol>
 *   <li>{@code novacat-header-signature 1}
 *   <li>for each HDU in order: {@code HDU} and its index
 *   <li>then for each of these keywords that the HDU has, in this order, {@code KEYWORD=value}:
 *       XTENSION, BITPIX, NAXIS, EXTNAME, ORIGIN, TELESCOP, INSTRUME, PRODCATG, VOCLASS, CTYPE1,
 *       CUNIT1, DC-FLAG, WAT0_001, BUNIT, TFIELDS
 *   <li>then for each column n up to TFIELDS, {@code n:TTYPE|TFORM|TUNIT}, the form without its
 *       digits, so that a longer vector is the same column
 * </ol>
 */
final class HeaderSignature {
  private static final String VERSION = "novacat-header-signature 1";

  private static final List<String> KEYWORDS =
      List.of(
          ("XTENSION BITPIX NAXIS EXTNAME ORIGIN TELESCOP INSTRUME PRODCATG VOCLASS CTYPE1"
                  + " CUNIT1 DC-FLAG WAT0_001 BUNIT TFIELDS")
              .split(" "));

  private HeaderSignature() {}

  /** The signature of a file, 64 hexadecimal digits. */
  static String of(FitsFile file) {
    StringBuilder lines = new StringBuilder(VERSION).append('\n');
    for (Hdu hdu : file.hdus()) {
      append(lines, hdu);
    }
    return ContentHash.of(lines.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static void append(StringBuilder lines, Hdu hdu) {
    Header header = hdu.header();
    lines.append("HDU ").append(hdu.index()).append('\n');
    for (String keyword : KEYWORDS) {
      if (header.has(keyword)) {
        lines.append(keyword).append('=').append(header.text(keyword).strip()).append('\n');
      }
    }
    long columns = Math.min(999, header.integer("TFIELDS", 0));
    for (int n = 1; n <= columns; n++) {
      appendColumn(lines, header, n);
    }
  }

  private static String letters(String form) {
    StringBuilder letters = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if ((c < '0' || c > '9') && c != '(' && c != ')' && c != ' ') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static void appendColumn(StringBuilder lines, Header header, int n) {
    lines
        .append(n)
        .append(':')
        .append(header.text("TTYPE" + n).strip())
        .append('|')
        .append(letters(header.text("TFORM" + n)))
        .append('|')
        .append(header.text("TUNIT" + n).strip())
        .append('\n');
  }
}
