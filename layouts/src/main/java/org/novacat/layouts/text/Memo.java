package org.novacat.layouts.text;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a function found for words that it was asked about before: files of one source have the same
 * names of columns, and several finders ask the same of each. Serves many threads.
 *
 * @param <T> what the function finds
 */
public final class Memo<T> {
  /** More words than all headers of an archive have; whatever comes after them is found anew. */
  private static final int MOST = 2000;

  private final Map<String, Optional<T>> known = new ConcurrentHashMap<>();
  private final Function<String, @Nullable T> function;

  /**
   * @param function gives the same for the same word at all times
   */
  public Memo(Function<String, @Nullable T> function) {
    this.function = function;
  }

  /** What the function finds for a word; null when it finds nothing. */
  public @Nullable T of(String word) {
    Optional<T> found = known.get(word);
    if (found == null) {
      found = Optional.ofNullable(function.apply(word));
      if (known.size() < MOST) {
        known.put(word, found);
      }
    }
    return found.orElse(null);
  }
}
