package org.novacat.persistence.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts in the order of their UTF-8 bytes, which is DynamoDB's, SQLite's and Spark's. */
public final class Texts {
  private Texts() {}

  /** Below, equal or above zero, as a comparator does. */
  public static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  /**
   * The least text that is greater than every text with this prefix; null when no text is.
   *
   * @param prefix not empty
   */
  public static @Nullable String end(String prefix) {
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
