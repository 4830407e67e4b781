package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Items of the whole table, whatever their partition, in no order. The table is cut into segments,
 * so that several threads can read it at once; each item lies in one segment.
 *
 * @param sortPrefix what the sort keys of the items returned begin with; the others cost the same
 * @param filter which of these are returned
 * @param attributes which are returned beside the keys; all of them when empty
 * @param segment which part, counted from 0
 * @param segments into how many parts the table is cut
 */
public record Scan(
    String sortPrefix, Condition filter, Set<String> attributes, int segment, int segments) {
  public Scan {
    requireNonNull(sortPrefix, "sortPrefix is null");
    requireNonNull(filter, "filter is null");
    attributes = Set.copyOf(attributes);
    if (segment < 0 || segment >= segments) {
      throw new IllegalArgumentException(
          "Cannot scan segment %s of %s (they count from 0)"
              .formatted(Integer.toString(segment), Integer.toString(segments)));
    }
  }

  /** All items whose sort key begins with {@code sortPrefix}, whole, in one segment. */
  public static Scan of(String sortPrefix) {
    return new Scan(sortPrefix, Condition.always(), Set.of(), 0, 1);
  }

  /** The same, returning only the items for which {@code kept} holds. */
  public Scan where(Condition kept) {
    return new Scan(sortPrefix, kept, attributes, segment, segments);
  }

  /** The same, returning only these attributes and the keys. */
  public Scan only(Set<String> wanted) {
    return new Scan(sortPrefix, filter, wanted, segment, segments);
  }

  /** One part of the same. */
  public Scan part(int which, int of) {
    return new Scan(sortPrefix, filter, attributes, which, of);
  }

  /** An item with no more attributes than are wanted. */
  public RawItem projected(RawItem item) {
    if (attributes.isEmpty()) {
      return item;
    }
    Map<String, Attribute> kept = new HashMap<>(item.attributes());
    kept.keySet().retainAll(attributes);
    return new RawItem(item.key(), kept);
  }
}
