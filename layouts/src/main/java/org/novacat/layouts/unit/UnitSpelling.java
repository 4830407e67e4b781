package org.novacat.layouts.unit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;

/**
 * Turns the marks of typesetting, and units that run together, into what the grammar reads. It only
 * changes how a unit is written, never what it says.
 */
final class UnitSpelling {
  /** Marks of TeX, of IDL and of Unicode, and what stands for them (resource unit-marks.tsv). */
  private static final List<Tsv.Row> MARKS =
      Tsv.resource(UnitSpelling.class, "unit-marks.tsv").rows();

  private static final String RAISED =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  /** What may begin a flux that runs together. */
  private static final String HEAD = "(erg|[munk]?W|J|photon|count|ct|adu|electron)s??";

  private static final String TAIL =
      "(?:s|cm|m|um|\u00b5m|nm|A|AA|Ang|Angstroms?|Hz|sr|arcsec)-\\d";

  /**
   * {@code ergs-1cm-2A-1}. Two powers at least: {@code ergs-1} alone could be one over ergs, but
   * nothing is one over ergs and over an area.
   */
  private static final Pattern RUN = Pattern.compile(HEAD + "((?:" + TAIL + "){2,})");

  private static final Pattern PART = Pattern.compile(TAIL);

  /** What none of the usual texts has, so that most need no change. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/*^()., +]*[A-Za-z0-9)]");

  private UnitSpelling() {}

  /** The same unit without the marks. */
  static String plain(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    String plain = text;
    for (Tsv.Row mark : MARKS) {
      plain = plain.replace(mark.cell("mark"), mark.cell("plain").replace("blank", " "));
    }
    plain = raised(plain).strip();
    boolean dot = plain.endsWith(".") && plain.length() > 1;
    return apart(dot ? plain.substring(0, plain.length() - 1) : plain);
  }

  /** Superscript digits as plain ones. */
  private static String raised(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = RAISED.indexOf(c);
      plain.append(digit >= 0 ? (char) ('0' + digit) : c == '\u207b' ? '-' : c);
    }
    return plain.toString();
  }

  /** Units that run together, with spaces between them. */
  private static String apart(String text) {
    Matcher run = RUN.matcher(text);
    if (!run.matches()) {
      return text;
    }
    StringBuilder spaced = new StringBuilder(run.group(1));
    Matcher part = PART.matcher(run.group(2));
    while (part.find()) {
      spaced.append(' ').append(part.group());
    }
    return spaced.toString();
  }
}
