package org.novacat.fits.data;

import java.util.regex.Matcher;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Header;

/**
 * How the text of one column of an ASCII table becomes a number.
 *
 * @param impliedPoint what a number without a decimal point is multiplied by
 * @param nullText the text that means null, blanks off; "" when only an empty field does
 */
record AsciiField(double impliedPoint, double scale, double zero, String nullText) {
  static AsciiField of(Header header, Column column) {
    Matcher form = AsciiTable.FORM.matcher(column.form().strip());
    boolean decimals = form.matches() && form.group(3) != null && !form.group(1).equals("I");
    return new AsciiField(
        decimals ? Math.pow(10, -Integer.parseInt(form.group(3))) : 1,
        header.number("TSCAL" + column.number(), 1),
        header.number("TZERO" + column.number(), 0),
        header.text("TNULL" + column.number()).strip());
  }

  /** Whether the number is what stands there. */
  boolean isIdentity() {
    return scale == 1 && zero == 0;
  }

  /** Whether the text means null. */
  boolean isNull(String text) {
    String t = text.strip();
    return t.isEmpty() || t.equals(nullText);
  }

  /** The number; NaN when the text means null or is no number. */
  double parse(String text) {
    if (isNull(text)) {
      return Double.NaN;
    }
    double value = CardNumbers.parseDouble(text);
    boolean implied = impliedPoint != 1 && text.indexOf('.') < 0;
    return zero + scale * (implied ? value * impliedPoint : value);
  }
}
