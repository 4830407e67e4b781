package org.novacat.persistence.embedded;

import org.jspecify.annotations.Nullable;

/** Where the texts with a common prefix end in the order of code points. */
final class Prefixes {
  private Prefixes() {}

  /**
   * The least text that is greater than every text with this prefix; null when no text is.
   *
   * @param prefix not empty
   */
  static @Nullable String end(String prefix) {
    int[] points = prefix.codePoints().toArray();
    int last = points.length - 1;
    while (last >= 0 && points[last] == Character.MAX_CODE_POINT) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    points[last] = next(points[last]);
    return new String(points, 0, last + 1);
  }

  /** Surrogates are no characters, and have no UTF-8. */
  private static int next(int point) {
    return point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
  }
}
