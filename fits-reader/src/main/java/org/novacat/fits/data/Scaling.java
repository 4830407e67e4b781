package org.novacat.fits.data;

import org.novacat.fits.file.Header;

/**
 * physical = zero + scale × stored, and the stored integer that means null (FITS Standard 4.0,
 * sections 4.4.2.5 and 7.3.2; equations 3 and 7).
 *
 * @param scale BSCALE or TSCALn
 * @param zero BZERO or TZEROn
 * @param hasNull whether {@code nullValue} counts; it never does for floating-point data
 * @param nullValue BLANK or TNULLn, compared before scaling
 */
record Scaling(double scale, double zero, boolean hasNull, long nullValue) {
  static final Scaling NONE = new Scaling(1, 0, false, 0);

  static Scaling ofImage(Header header, NumberType type) {
    return of(header, "BSCALE", "BZERO", "BLANK", type);
  }

  static Scaling ofColumn(Header header, int column, NumberType type) {
    return of(header, "TSCAL" + column, "TZERO" + column, "TNULL" + column, type);
  }

  private static Scaling of(
      Header header, String scale, String zero, String nullKey, NumberType type) {
    long nullValue = header.integer(nullKey, 0);
    boolean legal = nullValue == header.integer(nullKey, 1);
    return new Scaling(
        header.number(scale, 1), header.number(zero, 0), legal && type.isInteger(), nullValue);
  }

  boolean isIdentity() {
    return scale == 1 && zero == 0 && !hasNull;
  }

  /** Scales stored values in place; nulls become NaN. */
  void apply(double[] values) {
    if (isIdentity()) {
      return;
    }
    for (int i = 0; i < values.length; i++) {
      double stored = values[i];
      values[i] = hasNull && stored == nullValue ? Double.NaN : zero + scale * stored;
    }
  }

  /** The physical integer of a stored one; exact for the unsigned and signed-byte conventions. */
  long apply(long stored) {
    if (scale != 1) {
      return Math.round(zero + scale * stored);
    }
    return zero == 0x1p63 ? stored ^ Long.MIN_VALUE : stored + (long) zero;
  }
}
