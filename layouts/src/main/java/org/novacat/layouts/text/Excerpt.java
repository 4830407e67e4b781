package org.novacat.layouts.text;

/**
 * The beginning of a text whose length nobody vouches for. A card of a FITS file may hold hundreds
 * of kilobytes; an item, a report and a picture have room for a stated number of letters.
 */
public final class Excerpt {
  private static final String MORE = "…";

  private Excerpt() {}

  /**
   * The text, or its beginning and an ellipsis when it is longer.
   *
   * @param longest Unicode code points of the result, at most; at least 1. None is cut in two.
   */
  public static String of(String text, int longest) {
    if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + MORE;
  }
}
