package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

/**
 * Items of one partition, ascending by their sort key.
 *
 * @param source the table, or its one index
 * @param partition the partition key
 * @param sortPrefix what sort keys begin with; "" for all
 */
public record Query(Source source, String partition, String sortPrefix) {
  /** Where to read. */
  public enum Source {
    TABLE,
    ELIGIBILITY_INDEX
  }

  public Query {
    requireNonNull(source, "source is null");
    requireNonNull(partition, "partition is null");
    requireNonNull(sortPrefix, "sortPrefix is null");
  }

  /** All items of a partition whose sort key begins with {@code sortPrefix}. */
  public static Query of(String partition, String sortPrefix) {
    return new Query(Source.TABLE, partition, sortPrefix);
  }

  /** All entries of a partition of the index whose sort key begins with {@code sortPrefix}. */
  public static Query ofIndex(String partition, String sortPrefix) {
    return new Query(Source.ELIGIBILITY_INDEX, partition, sortPrefix);
  }
}
