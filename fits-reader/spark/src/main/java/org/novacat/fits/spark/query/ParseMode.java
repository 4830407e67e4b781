package org.novacat.fits.spark.query;

/**
 * What becomes of files and rows that cannot be read: the option {@code parseMode}. Other sources
 * of Spark call it {@code mode}, which here says what a row is.
 */
public enum ParseMode {
  /** A row of nulls with the reason in the column for corrupt records. */
  PERMISSIVE,
  /** No row; they are counted. */
  DROPMALFORMED,
  /** The query fails. */
  FAILFAST;

  static boolean isOne(String text) {
    for (ParseMode mode : values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The mode of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ParseMode parse(String text) {
    for (ParseMode mode : values()) {
      if (mode.name().equalsIgnoreCase(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "Cannot read FITS: option 'parseMode' is '%s' (use PERMISSIVE, DROPMALFORMED or FAILFAST)"
            .formatted(text));
  }
}
