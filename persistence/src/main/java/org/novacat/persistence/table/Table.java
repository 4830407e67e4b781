package org.novacat.persistence.table;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table, one request a call, nothing tried twice. Reads of the table are strongly consistent;
 * reads of the index are not.
 *
 * <p>Every method throws {@link TransientStoreException} for what trying again may mend, and the
 * types of {@code org.novacat.persistence.failure} for the rest. Safe for use by many threads.
 */
public interface Table extends AutoCloseable {
  /** DynamoDB's limit on the actions of a transaction, and on the keys of a batched read. */
  int MOST_IN_ONE_REQUEST = 100;

  /** The attribute that is an item's partition key in the index. */
  String INDEX_PARTITION = "GSI1PK";

  /** The attribute that is an item's sort key in the index. */
  String INDEX_SORT = "GSI1SK";

  /** The attribute that says when an item is over, in seconds of the epoch. */
  String TTL = "ttl";

  /** The item at a key, as the only one of a page; an empty page when there is none. */
  Page read(ItemKey key);

  /** The item at a key; null when there is none. */
  default @Nullable RawItem get(ItemKey key) {
    return read(key).items().stream().findFirst().orElse(null);
  }

  /** Those of at most 100 items that exist, in no order. */
  Batch getAll(Collection<ItemKey> keys);

  /** Those of any number of items that exist, in the order of the keys, read 100 at a time. */
  default Stream<RawItem> getEach(Stream<ItemKey> keys) {
    return Chunks.of(keys, MOST_IN_ONE_REQUEST).flatMap(this::inOrder);
  }

  private Stream<RawItem> inOrder(List<ItemKey> keys) {
    Map<ItemKey, RawItem> found =
        getAll(keys).items().stream().collect(toMap(RawItem::key, item -> item));
    return keys.stream().flatMap(key -> Stream.ofNullable(found.get(key)));
  }

  /** The next page of a query; {@code from} is null for the first. */
  Page query(Query query, Page.@Nullable Cursor from);

  /** The next page of a part of everything; {@code from} is null for the first. */
  Page scan(Scan scan, Page.@Nullable Cursor from);

  /**
   * At most so many parts of about the same size, of which each item of the scan lies in one. They
   * hold for one reading: an item that is written meanwhile is in one of them or, if it is new or
   * gone, in none.
   */
  default List<Scan> split(Scan scan, int parts) {
    return IntStream.range(0, parts).mapToObj(number -> scan.part(number, parts)).toList();
  }

  /** Writes one item if its condition holds. {@code write} is no {@link Write.Check}. */
  WriteResult write(Write write);

  /**
   * Carries out all writes or none.
   *
   * @param writes 1 to 100, no two of one item
   * @param token names this transaction: sent again within ten minutes with the same writes, it is
   *     answered as before and not carried out twice; at most 36 characters
   */
  TransactResult transact(List<Write> writes, String token);

  /** The same of a transaction that has no name yet. */
  default TransactResult transact(List<Write> writes) {
    return transact(writes, UUID.randomUUID().toString());
  }

  @Override
  void close();

  /**
   * Part of a batched read.
   *
   * @param items those found
   * @param unprocessed keys that must be asked for again
   */
  record Batch(List<RawItem> items, List<ItemKey> unprocessed, double capacity) {
    public Batch {
      items = List.copyOf(items);
      unprocessed = List.copyOf(unprocessed);
    }
  }
}
