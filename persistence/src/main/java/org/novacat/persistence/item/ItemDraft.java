package org.novacat.persistence.item;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** Gathers the attributes of a new item, the common ones included. */
public final class ItemDraft {
  private final ItemKey key;
  private final Map<String, Attribute> attributes = new HashMap<>();

  public ItemDraft(Shape shape, ItemKey key, ItemMeta meta) {
    this.key = key;
    with(Common.ENTITY_TYPE, shape.entityType());
    with(Common.SCHEMA_VERSION, shape.version().toString());
    with(Common.CREATED_AT, meta.createdAt());
    with(Common.UPDATED_AT, meta.updatedAt());
    with(Common.VERSION, meta.version());
    with(Common.UPDATED_BY, meta.updatedBy());
  }

  /** Sets an attribute; null leaves it out. */
  public <T> ItemDraft with(Field<T> field, @Nullable T value) {
    if (value != null) {
      attributes.put(field.name(), field.type().write().apply(value));
    }
    return this;
  }

  /** Sets the attributes of a record; null leaves them out. */
  public <R extends Record> ItemDraft with(RecordType<R> part, @Nullable R value) {
    part.write(value, this::with);
    return this;
  }

  public RawItem item() {
    return new RawItem(key, attributes);
  }

  public Write putIf(Condition condition) {
    return new Write.Put(item(), condition);
  }

  /**
   * Puts it in the place of the version before its own, the first where there is none; refused when
   * something else is there.
   */
  public Write.Put putNext() {
    RawItem item = item();
    long before = item.number(Common.VERSION.name()) - 1;
    return new Write.Put(
        item, before == 0 ? Condition.absent() : Condition.equal(Common.VERSION.name(), before));
  }
}
