package org.novacat.persistence.item;

import java.util.Optional;
import java.util.function.Function;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
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

  /** The record of the item at a key; empty when there is none. */
  public Optional<R> find(Table table, ItemKey at) {
    return Optional.ofNullable(table.get(at)).map(this::read);
  }

  /** The item that holds a record. */
  public RawItem item(R record) {
    return orNew(record).item(record.meta());
  }

  /** Puts a record's item, whole, under a condition. */
  public Write.Put put(R record, Condition condition) {
    return new Write.Put(item(record), condition);
  }

  /**
   * Puts it in the place of the version before its own, the first where there is none; refused when
   * something else is there.
   */
  public Write.Put put(R record) {
    long before = record.meta().version() - 1;
    Condition asRead =
        before == 0 ? Condition.absent() : Condition.equal(Common.VERSION.name(), before);
    return put(record, asRead);
  }

  /** Changes that make an item, or bring one that is there to what the record says. */
  public Changes orNew(R record) {
    return Changes.orNew(shape, key.apply(record), record.meta().stamp()).set(attributes, record);
  }
}
