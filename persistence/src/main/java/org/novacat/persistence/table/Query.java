package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

/**
 * Items of one partition in order of their sort key.
 *
 * @param source the table, or its one index
 * @param partition the partition key
 * @param sortPrefix what sort keys begin with; "" for all
 * @param direction which end comes first
 * @param filter which of the items read are returned; the others cost the same
 * @param pageSize items read at most for one page; 0 for as many as a megabyte holds
 */
public record Query(
    Source source,
    String partition,
    String sortPrefix,
    Direction direction,
    Condition filter,
    int pageSize) {
  /** Where to read. */
  public enum Source {
    TABLE,
    ELIGIBILITY_INDEX
  }

  /** In which order of sort keys. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }

  public Query {
    requireNonNull(source, "source is null");
    requireNonNull(partition, "partition is null");
    requireNonNull(sortPrefix, "sortPrefix is null");
    requireNonNull(direction, "direction is null");
    requireNonNull(filter, "filter is null");
  }

  /** All items of a partition whose sort key begins with {@code sortPrefix}, ascending. */
  public static Query of(String partition, String sortPrefix) {
    return new Query(
        Source.TABLE, partition, sortPrefix, Direction.ASCENDING, Condition.always(), 0);
  }

  /** All entries of a partition of the index whose sort key begins with {@code sortPrefix}. */
  public static Query ofIndex(String partition, String sortPrefix) {
    return new Query(
        Source.ELIGIBILITY_INDEX,
        partition,
        sortPrefix,
        Direction.ASCENDING,
        Condition.always(),
        0);
  }

  /** The same, from the last sort key back. */
  public Query descending() {
    return new Query(source, partition, sortPrefix, Direction.DESCENDING, filter, pageSize);
  }

  /** The same, returning only the items for which {@code kept} holds. */
  public Query where(Condition kept) {
    return new Query(source, partition, sortPrefix, direction, kept, pageSize);
  }

  /** The same, in pages of at most {@code size} items read. */
  public Query paged(int size) {
    return new Query(source, partition, sortPrefix, direction, filter, size);
  }
}
