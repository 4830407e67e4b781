package org.novacat.fits.file;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.novacat.layouts.text.Tsv;

/**
 * What people send in the place of FITS (resource {@code foreign-kinds.tsv}, and text).
 *
 * @param what what it is, for people
 * @param remedy what to do
 */
record ForeignKind(String what, String remedy) {
  private static final Tsv KINDS = Tsv.resource(ForeignKind.class, "foreign-kinds.tsv");

  private static final ForeignKind PAGE =
      new ForeignKind(
          "a page of the web, as servers send it in the place of a file",
          "fetch the file again, and look at the page for the reason");

  private static final ForeignKind XML =
      new ForeignKind("XML", "if it is a VOTable, give it the ending .vot or .xml");

  private static final ForeignKind TEXT =
      new ForeignKind(
          "text", "if it is a spectrum as text, give it an ending such as .txt or .csv");

  private static final ForeignKind OTHER =
      new ForeignKind("not a FITS file", "a FITS file begins with the card SIMPLE");

  /** So many bytes tell text from the rest. */
  private static final int SAMPLE = 512;

  /** What a file is that does not begin as FITS does. */
  static ForeignKind of(byte[] bytes) {
    for (Tsv.Row row : KINDS.rows()) {
      if (begins(bytes, Integer.parseInt(row.cell("at")), row.cell("bytes"))) {
        return new ForeignKind(row.cell("what"), row.cell("remedy"));
      }
    }
    return isText(bytes) ? ofText(opening(bytes, SAMPLE).replaceFirst("^[. ]+", "")) : OTHER;
  }

  private static ForeignKind ofText(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return PAGE;
    }
    if (lower.startsWith("<?xml") || lower.startsWith("<votable")) {
      return lower.contains("<html") ? PAGE : XML;
    }
    return text.startsWith("SIMPLE") ? OTHER : TEXT;
  }

  private static boolean begins(byte[] bytes, int at, String hex) {
    int end = at + hex.length() / 2;
    return end <= bytes.length
        && HexFormat.of().withUpperCase().formatHex(bytes, at, end).equals(hex);
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(SAMPLE, bytes.length); i++) {
      boolean blank = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
      if (!blank && bytes[i] >= 0 && bytes[i] < ' ') {
        return false;
      }
    }
    return true;
  }

  /** The first characters, what cannot be shown as a dot; what was sent is often readable. */
  static String opening(byte[] bytes, int most) {
    int n = Math.min(most, bytes.length);
    return new String(bytes, 0, n, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
  }
}
