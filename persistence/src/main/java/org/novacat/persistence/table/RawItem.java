package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as stored, before anything is made of it.
 *
 * @param attributes everything but {@code PK} and {@code SK}
 */
public record RawItem(ItemKey key, Map<String, Attribute> attributes) {
  public RawItem {
    requireNonNull(key, "key is null");
    attributes = Map.copyOf(attributes);
  }

  /** The attribute of that name; null when the item has none. */
  public @Nullable Attribute get(String name) {
    return attributes.get(name);
  }

  /** The same, with the parts of the key under their names {@code PK} and {@code SK}. */
  public @Nullable Attribute value(String name) {
    return switch (name) {
      case ItemKey.PARTITION -> Attribute.of(key.pk());
      case ItemKey.SORT -> Attribute.of(key.sk());
      default -> get(name);
    };
  }

  /** The text of that name; null when there is none or it is of another type. */
  public @Nullable String text(String name) {
    return attributes.get(name) instanceof Attribute.Text text ? text.value() : null;
  }

  /** The number of that name, cut to a long; 0 when there is none or it is of another type. */
  public long number(String name) {
    return attributes.get(name) instanceof Attribute.Num num ? num.value().longValue() : 0;
  }
}
