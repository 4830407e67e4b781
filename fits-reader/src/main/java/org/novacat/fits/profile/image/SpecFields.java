package org.novacat.fits.profile.image;

import java.util.regex.Pattern;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.RefusedException;

/** The numbers of an IRAF {@code specN} attribute, taken one after the other. */
final class SpecFields {
  /** No image line has more pixels, and no fit more coefficients, than this. */
  private static final int MOST = 1_000_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String[] fields;
  private int at;

  SpecFields(String text) {
    this.fields = BLANKS.split(text.strip());
  }

  boolean hasMore() {
    return at < fields.length;
  }

  double number() {
    double value = hasMore() ? CardNumbers.parseDouble(fields[at]) : Double.NaN;
    if (Double.isNaN(value)) {
      throw RefusedException.unreadable(
          "IRAF_BAD_DISPERSION",
          "Cannot compute the wavelength axis: field %s of a spec attribute is '%s'"
              .formatted(at + 1, hasMore() ? fields[at] : ""));
    }
    at++;
    return value;
  }

  int integer() {
    return (int) number();
  }

  /** A count of values that must follow; at least 1. */
  int count() {
    int count = integer();
    if (count < 1 || count > MOST) {
      throw RefusedException.unreadable(
          "IRAF_BAD_DISPERSION",
          "Cannot compute the wavelength axis: a dispersion function has %s coefficients"
              .formatted(count));
    }
    return count;
  }

  double[] numbers(int count) {
    if (count > fields.length - at) {
      throw RefusedException.unreadable(
          "IRAF_BAD_DISPERSION",
          "Cannot compute the wavelength axis: %s coefficients are announced and %s are there"
              .formatted(count, fields.length - at));
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = number();
    }
    return values;
  }
}
