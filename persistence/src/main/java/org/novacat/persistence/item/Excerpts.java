package org.novacat.persistence.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.layouts.text.Excerpt;

/** The first of many texts, each cut, and how many there are more. */
public final class Excerpts {
  private static final int LONGEST_NAME = 100;

  private Excerpts() {}

  /** At most {@code most} texts; of more the last says how many are left out. */
  public static List<String> list(List<String> texts, int most, int longest) {
    boolean all = texts.size() <= most;
    List<String> first = new ArrayList<>();
    texts.stream()
        .limit(all ? most : most - 1)
        .forEach(text -> first.add(Excerpt.of(text, longest)));
    if (!all) {
      first.add("and %s more".formatted(texts.size() - most + 1));
    }
    return first;
  }

  /** At most {@code most} values by name; of more one named "…" says how many are left out. */
  public static Map<String, String> map(Map<String, String> texts, int most, int longest) {
    boolean all = texts.size() <= most;
    Map<String, String> first = new TreeMap<>();
    new TreeMap<>(texts)
        .entrySet().stream()
            .limit(all ? most : most - 1)
            .forEach(
                text ->
                    first.put(
                        Excerpt.of(text.getKey(), LONGEST_NAME),
                        Excerpt.of(text.getValue(), longest)));
    if (!all) {
      first.put("…", "and %s more".formatted(texts.size() - most + 1));
    }
    return first;
  }
}
