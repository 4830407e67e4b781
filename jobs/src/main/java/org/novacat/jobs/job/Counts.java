package org.novacat.jobs.job;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How all things of a kind ended. Every one that was planned stands in exactly one count.
 *
 * @param planned how many there were to work on
 * @param ended endings that occur
 * @param codes of endings that have any: how many ended so for each reason
 * @param named the first of those that somebody has to look at
 */
public record Counts(
    Counted of,
    long planned,
    Map<Ending, Long> ended,
    Map<Ending, Map<String, Long>> codes,
    List<NamedEnding> named) {
  public Counts {
    ended = Collections.unmodifiableMap(copy(ended));
    Map<Ending, Map<String, Long>> sorted = new EnumMap<>(Ending.class);
    codes.forEach((ending, of1) -> sorted.put(ending, new TreeMap<>(of1)));
    codes = Collections.unmodifiableMap(sorted);
    named = List.copyOf(named);
    long sum = sum(ended);
    if (sum != planned) {
      throw new IllegalStateException(
          "Cannot report %s: %s were to be worked on, %s ended"
              .formatted(of.things(), planned, sum));
    }
  }

  private static Map<Ending, Long> copy(Map<Ending, Long> ended) {
    Map<Ending, Long> copy = new EnumMap<>(Ending.class);
    copy.putAll(ended);
    return copy;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many ended so. */
  public long count(Ending ending) {
    return ended.getOrDefault(ending, 0L);
  }

  /** How many ended so for this reason. */
  long count(Ending ending, Enum<?> code) {
    return codes.getOrDefault(ending, Map.of()).getOrDefault(code.name(), 0L);
  }
}
