package org.novacat.fits.spark.query;

import java.util.Arrays;

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
    return Arrays.stream(values()).anyMatch(mode -> mode.name().equalsIgnoreCase(text));
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
