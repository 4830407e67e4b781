package org.novacat.jobs.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The one of {@code choices} that {@code word} begins, or that differs from it in at most a third
   * of its letters, at least one; empty when there is none.
   */
  public static Optional<String> to(String word, Collection<String> choices) {
    String lower = word.toLowerCase(Locale.ROOT);
    return choices.stream()
        .filter(
            choice ->
                begins(lower, choice) || distance(lower, choice) <= Math.max(1, word.length() / 3))
        .min(
            Comparator.comparing((String choice) -> !begins(lower, choice))
                .thenComparing(choice -> distance(lower, choice))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean begins(String word, String choice) {
    return word.length() > 2 && choice.startsWith(word);
  }

  /** How many letters must be added, removed or changed (Levenshtein's distance). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
