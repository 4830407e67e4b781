package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Set;

/**
 * Items of one partition, ascending by their sort key.
 *
 * @param source the table, or its one index
 * @param partition the partition key
 * @param sort which of its items
 * @param filter which of these are returned; those that are not cost the same. It names no key of
 *     the source
 * @param attributes which are returned beside the keys; all of them when empty
 * @param pageItems most items looked at for one page; 0 for as many as the table gives
 */
public record Query(
    Source source,
    String partition,
    SortRange sort,
    Condition filter,
    Set<String> attributes,
    int pageItems)
    implements Serializable {
  /** Where to read. */
  public enum Source {
    TABLE,
    ELIGIBILITY_INDEX
  }

  public Query {
    requireNonNull(source, "source is null");
    requireNonNull(partition, "partition is null");
    requireNonNull(sort, "sort is null");
    requireNonNull(filter, "filter is null");
    attributes = Set.copyOf(attributes);
  }

  /** Whole items of a partition. */
  public Query(Source source, String partition, SortRange sort) {
    this(source, partition, sort, Condition.always(), Set.of(), 0);
  }

  /** The same in pages of at most so many items. */
  public Query inPages(int items) {
    return new Query(source, partition, sort, filter, attributes, items);
  }

  /** All items of a partition whose sort key begins with {@code sortPrefix}. */
  public static Query of(String partition, String sortPrefix) {
    return new Query(Source.TABLE, partition, SortRange.prefix(sortPrefix));
  }

  /** All entries of a partition of the index whose sort key begins with {@code sortPrefix}. */
  public static Query ofIndex(String partition, String sortPrefix) {
    return new Query(Source.ELIGIBILITY_INDEX, partition, SortRange.prefix(sortPrefix));
  }
}
