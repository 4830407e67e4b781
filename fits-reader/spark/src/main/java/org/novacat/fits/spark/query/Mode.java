package org.novacat.fits.spark.query;

/** What a row is: the option {@code mode}. */
public enum Mode {
  /** An HDU; only headers are read. */
  HDUS,
  /** A row of one table. */
  TABLE,
  /** A spectrum, or one order of one, or why a file has none. */
  SPECTRA;

  /**
   * The mode of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Mode parse(String text) {
    for (Mode mode : values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return mode;
      }
    }
    if (ParseMode.isOne(text)) {
      throw new IllegalArgumentException(
          "Cannot read FITS: option 'mode' is '%s' (it says what a row is: hdus, table or spectra; what becomes of damaged files is option 'parseMode')"
              .formatted(text));
    }
    throw new IllegalArgumentException(
        "Cannot read FITS: option 'mode' is '%s' (use hdus, table or spectra)".formatted(text));
  }
}
