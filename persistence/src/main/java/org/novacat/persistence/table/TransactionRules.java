package org.novacat.persistence.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.StoreRefusedException;

/**
 * What DynamoDB refuses whatever the table holds (Developer Guide, "Quotas and limits"), for the
 * tables that are not DynamoDB: what works on a laptop must work there.
 */
public final class TransactionRules {
  private static final int LONGEST_TOKEN = 36;

  private TransactionRules() {}

  /**
   * Checks a batched read.
   *
   * @throws StoreRefusedException when it names no key, too many, one twice, or one too long
   */
  public static void checkKeys(Collection<ItemKey> keys) {
    if (keys.isEmpty()
        || keys.size() > Table.MOST_IN_ONE_REQUEST
        || Set.copyOf(keys).size() < keys.size()) {
      throw refused("a batched read of " + keys.size() + " keys, some of them twice or too many");
    }
    keys.forEach(TransactionRules::check);
  }

  /**
   * Checks a transaction.
   *
   * @throws StoreRefusedException when it has no action, too many, two on one item, one on a key
   *     that is too long, or no usable token
   */
  public static void check(List<Write> writes, String token) {
    if (writes.isEmpty() || writes.size() > Table.MOST_IN_ONE_REQUEST) {
      throw refused("a transaction of " + writes.size() + " actions");
    }
    if (writes.stream().map(Write::key).distinct().count() < writes.size()) {
      throw refused("a transaction with two actions on one item");
    }
    writes.forEach(write -> check(write.key()));
    if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
      throw refused("a token of " + token.length() + " characters");
    }
  }

  /**
   * Checks what a transaction touches, as it was and as it will be.
   *
   * @param before the items of the writes, in their order; null where there is none
   * @throws StoreRefusedException when they are too large together, the larger form of each counted
   */
  public static void checkSize(List<Write> writes, List<@Nullable RawItem> before) {
    long bytes = 0;
    for (int i = 0; i < writes.size(); i++) {
      RawItem current = before.get(i);
      RawItem after = Effects.of(writes.get(i), current);
      bytes += Math.max(size(current), size(after));
    }
    if (bytes > ItemSize.MOST_TOUCHED) {
      throw refused("the items of a transaction have %s bytes together".formatted(bytes));
    }
  }

  private static long size(@Nullable RawItem item) {
    return item == null ? 0 : ItemSize.of(item);
  }

  /**
   * Checks the key of an item that is read or written.
   *
   * @throws StoreRefusedException when a part of it is too long
   */
  public static void check(ItemKey key) {
    refuse(KeyLimits.problem(key));
  }

  /**
   * Checks what a query asks for.
   *
   * @throws StoreRefusedException when its partition, or what sort keys are compared with, is
   *     longer than any key
   */
  public static void check(Query query) {
    refuse(KeyLimits.partitionProblem(query.partition()));
    Stream.of(query.sort().prefix(), query.sort().least(), query.sort().most())
        .filter(Objects::nonNull)
        .forEach(key -> refuse(KeyLimits.sortProblem(key)));
  }

  /**
   * Checks an item about to be stored.
   *
   * @throws StoreRefusedException when it is too large, or a key of the index is no text or too
   *     long
   */
  public static void check(RawItem item) {
    if (ItemSize.of(item) > ItemSize.MOST) {
      throw refused("Item size has exceeded the maximum allowed size");
    }
    for (Map.Entry<String, Attribute> attribute : item.attributes().entrySet()) {
      if (attribute.getKey().startsWith("GSI1")
          && !(attribute.getValue() instanceof Attribute.Text)) {
        throw refused("index key " + attribute.getKey() + " that is no text");
      }
    }
    refuse(
        Optional.ofNullable(item.text(Table.INDEX_PARTITION)).flatMap(KeyLimits::partitionProblem));
    refuse(Optional.ofNullable(item.text(Table.INDEX_SORT)).flatMap(KeyLimits::sortProblem));
  }

  private static void refuse(Optional<String> problem) {
    problem.ifPresent(
        what -> {
          throw refused("One or more parameter values were invalid: " + what);
        });
  }

  /** A refusal in the service's words. */
  public static StoreRefusedException refused(String what) {
    return new StoreRefusedException("ValidationException: " + what, null);
  }
}
