package org.novacat.persistence.item;

import java.util.function.Function;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/**
 * How a record is stored as an item of its own.
 *
 * @param attributes all of its components but the last, which is what every item carries
 * @param key where it lies
 */
public record ItemType<R extends Record & Stored>(
    Shape shape, RecordType<R> attributes, Function<R, ItemKey> key) {
  public ItemType {
    attributes = attributes.meta(Stored::meta);
  }

  /**
   * Of items whose shape has had no other major version.
   *
   * @param pk the form of the partition key, for people
   * @param sk the form of the sort key, for people
   */
  public static <R extends Record & Stored> ItemType<R> of(
      String entityType, String pk, String sk, RecordType<R> attributes, Function<R, ItemKey> key) {
    return new ItemType<>(Shape.first(entityType, pk, sk, attributes.fields()), attributes, key);
  }

  /**
   * The record that an item holds.
   *
   * @throws org.novacat.persistence.failure.SchemaException when it is no item of this kind
   */
  public R read(RawItem item) {
    return attributes.read(shape.read(item));
  }

  /** A new item. */
  public ItemDraft draft(R record) {
    return new ItemDraft(shape, key.apply(record), record.meta()).with(attributes, record);
  }

  /** One in the place of the version before its own, see {@link ItemDraft#putNext}. */
  public Write.Put put(R record) {
    return draft(record).putNext();
  }

  /** Changes that make an item, or bring one that is there to what the record says. */
  public Changes orNew(R record) {
    return Changes.orNew(shape, key.apply(record), record.meta().stamp()).set(attributes, record);
  }
}
