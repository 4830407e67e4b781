package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Query.Source;

/**
 * Items of the whole table or its index, whatever their partition, in no order. It is cut into
 * parts, so that several threads or machines can read it at once; {@link Table#split} makes parts
 * of which each item lies in one.
 *
 * @param source the table, or its one index
 * @param sortPrefix what the sort keys of the items returned begin with, in the index those of the
 *     index; the others cost the same
 * @param filter which of these are returned
 * @param attributes which are returned beside the keys; all of them when empty
 * @param part which part
 * @param pageItems most items looked at for one page; 0 for as many as the table gives
 */
public record Scan(
    Source source,
    String sortPrefix,
    Condition filter,
    Set<String> attributes,
    Part part,
    int pageItems)
    implements Serializable {
  /** Part of a scan. */
  public sealed interface Part extends Serializable {}

  /**
   * One of so many parts that a table cuts itself into by a rule of its own.
   *
   * @param number counted from 0
   */
  public record Segment(int number, int of) implements Part {
    public Segment {
      if (number < 0 || number >= of) {
        throw new IllegalArgumentException(
            "Cannot scan segment %s of %s (they count from 0)"
                .formatted(Integer.toString(number), Integer.toString(of)));
      }
    }
  }

  /**
   * Items between two keys.
   *
   * @param from the first key; null for no lower bound
   * @param end the key behind the last; null for no upper bound
   */
  public record Range(@Nullable ItemKey from, @Nullable ItemKey end) implements Part {}

  /** The whole. */
  public static final Part WHOLE = new Segment(0, 1);

  public Scan {
    requireNonNull(source, "source is null");
    requireNonNull(sortPrefix, "sortPrefix is null");
    requireNonNull(filter, "filter is null");
    requireNonNull(part, "part is null");
    attributes = Set.copyOf(attributes);
  }

  /** All items whose sort key begins with {@code sortPrefix}, whole, in one part. */
  public static Scan of(String sortPrefix) {
    return new Scan(Source.TABLE, sortPrefix, Condition.always(), Set.of(), WHOLE, 0);
  }

  /** All entries of the index whose sort key there begins with {@code sortPrefix}. */
  public static Scan ofIndex(String sortPrefix) {
    return new Scan(Source.ELIGIBILITY_INDEX, sortPrefix, Condition.always(), Set.of(), WHOLE, 0);
  }

  /** The same, returning only the items for which {@code kept} holds. */
  public Scan where(Condition kept) {
    return new Scan(source, sortPrefix, kept, attributes, part, pageItems);
  }

  /** The same, returning only these attributes and the keys. */
  public Scan only(Set<String> wanted) {
    return new Scan(source, sortPrefix, filter, wanted, part, pageItems);
  }

  /** One part of the same. */
  public Scan part(Part which) {
    return new Scan(source, sortPrefix, filter, attributes, which, pageItems);
  }

  /** One part of the same, as the table cuts it. */
  public Scan part(int which, int of) {
    return part(new Segment(which, of));
  }

  /** The same in pages of at most so many items. */
  public Scan inPages(int items) {
    return new Scan(source, sortPrefix, filter, attributes, part, items);
  }

  /** An item with no more attributes than are wanted. */
  public static RawItem projected(RawItem item, Set<String> attributes) {
    if (attributes.isEmpty()) {
      return item;
    }
    Map<String, Attribute> kept = new HashMap<>(item.attributes());
    kept.keySet().retainAll(attributes);
    return new RawItem(item.key(), kept);
  }
}
