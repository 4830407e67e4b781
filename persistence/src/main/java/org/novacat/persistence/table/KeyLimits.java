package org.novacat.persistence.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * How long keys may be by the rules of DynamoDB (Developer Guide, "Quotas and limits"), in bytes of
 * UTF-8. Every table of ours keeps to them, so that what is found in one can be asked for in all.
 */
public final class KeyLimits {
  /** Longest partition key, of the table and of its index. */
  public static final int MOST_PARTITION = 2048;

  /** Longest sort key, of the table and of its index. */
  public static final int MOST_SORT = 1024;

  private KeyLimits() {}

  /** Whether a table takes the key. */
  public static boolean fit(ItemKey key) {
    return problem(key).isEmpty();
  }

  /** What is wrong with a key, in the service's words; empty when nothing is. */
  static Optional<String> problem(ItemKey key) {
    return partitionProblem(key.pk()).or(() -> sortProblem(key.sk()));
  }

  static Optional<String> partitionProblem(String key) {
    return longer(key, MOST_PARTITION)
        ? Optional.of("Size of hashkey has exceeded the maximum size limit of 2048 bytes")
        : Optional.empty();
  }

  static Optional<String> sortProblem(String key) {
    return longer(key, MOST_SORT)
        ? Optional.of("Size of rangekey has exceeded the maximum size limit of 1024 bytes")
        : Optional.empty();
  }

  /** A char takes at most three bytes, so that most keys need not be encoded. */
  private static boolean longer(String key, int most) {
    return key.length() > most / 3 && key.getBytes(UTF_8).length > most;
  }
}
