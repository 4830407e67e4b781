package org.novacat.persistence.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/**
 * Gathers changes of an item, or the attributes of a new one. Its version goes up by one, its time
 * and run become the stamp's.
 */
public final class Changes {
  private final ItemKey key;
  private final Map<String, Attribute> sets = new HashMap<>();
  private final Map<String, Attribute> initials = new HashMap<>();
  private final Set<String> removes = new HashSet<>();

  private Changes(ItemKey key, Stamp stamp) {
    this.key = key;
    set(Common.UPDATED_AT, stamp.at());
    set(Common.UPDATED_BY, stamp.by());
  }

  /** Changes of an item that exists. */
  public static Changes of(ItemKey key, Stamp stamp) {
    return new Changes(key, stamp);
  }

  /** Changes of an item that is made if it does not exist. */
  public static Changes orNew(Shape shape, ItemKey key, Stamp stamp) {
    Changes changes = new Changes(key, stamp);
    changes.set(Common.ENTITY_TYPE, shape.entityType());
    changes.set(Common.SCHEMA_VERSION, shape.version().toString());
    changes.initials.put(Common.CREATED_AT.name(), Types.INSTANT.write().apply(stamp.at()));
    return changes;
  }

  /** Sets an attribute; null removes it. */
  public <T> Changes set(Field<T> field, @Nullable T value) {
    if (value == null) {
      return remove(field);
    }
    sets.put(field.name(), field.type().write().apply(value));
    removes.remove(field.name());
    return this;
  }

  /**
   * Sets the attributes of a record; null removes them. One that two of its parts share stays while
   * one of them is there.
   */
  public <R extends Record> Changes set(RecordType<R> part, @Nullable R value) {
    part.fields().forEach(this::remove);
    part.write(value, this::setPresent);
    return this;
  }

  private <T> void setPresent(Field<T> field, @Nullable T value) {
    if (value != null) {
      set(field, value);
    }
  }

  /** Removes an attribute. */
  public Changes remove(Field<?> field) {
    removes.add(field.name());
    sets.remove(field.name());
    return this;
  }

  /**
   * The whole item, of {@link #orNew}, for a put.
   *
   * @param meta when it was made, and its version
   */
  public RawItem item(ItemMeta meta) {
    Map<String, Attribute> attributes = new HashMap<>(sets);
    attributes.put(Common.CREATED_AT.name(), Types.INSTANT.write().apply(meta.createdAt()));
    attributes.put(Common.VERSION.name(), Attribute.of(meta.version()));
    return new RawItem(key, attributes);
  }

  /** The write that makes these changes under a condition. */
  public Write when(Condition condition) {
    return new Write.Update(key, sets, initials, removes, Set.of(Common.VERSION.name()), condition);
  }
}
