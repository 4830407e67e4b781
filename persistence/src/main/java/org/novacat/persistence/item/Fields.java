package org.novacat.persistence.item;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.RawItem;

/** Typed access to the attributes of a stored item. */
public record Fields(RawItem item) {
  /**
   * A required attribute.
   *
   * @throws SchemaException when it is missing or of another type
   */
  public <T> T get(Field<T> field) {
    T value = find(field);
    if (value == null) {
      throw new SchemaException(
          "Cannot read item '%s': attribute '%s' is missing".formatted(item.key(), field.name()));
    }
    return value;
  }

  /** An optional attribute; null when it is missing. */
  public <T> @Nullable T find(Field<T> field) {
    Attribute attribute = item.get(field.name());
    return attribute == null ? null : field.type().parse(field.name(), attribute);
  }

  /** An optional attribute, or {@code fallback} when it is missing. */
  public <T> T get(Field<T> field, T fallback) {
    T value = find(field);
    return value == null ? fallback : value;
  }

  public ItemMeta meta() {
    return new ItemMeta(
        get(Common.CREATED_AT),
        get(Common.UPDATED_AT),
        get(Common.VERSION),
        get(Common.UPDATED_BY));
  }
}
