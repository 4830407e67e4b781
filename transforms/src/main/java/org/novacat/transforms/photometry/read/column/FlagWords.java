package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.Set;

/** Words of cells that say yes or no. */
public final class FlagWords {
  private static final Set<String> YES = Set.of("1", "1.0", "y", "yes", "true", "t");
  private static final Set<String> NO = Set.of("0", "0.0", "n", "no", "false", "f");

  private FlagWords() {}

  public static boolean isYes(String cell) {
    return YES.contains(cell.toLowerCase(Locale.ROOT));
  }

  public static boolean isNo(String cell) {
    return NO.contains(cell.toLowerCase(Locale.ROOT));
  }

  public static boolean isFlag(String cell) {
    return isYes(cell) || isNo(cell);
  }
}
