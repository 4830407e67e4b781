package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

/** The name and type of one attribute, and whether every item of its kind has it. */
public record Field<T>(String name, AttributeType<T> type, Presence presence) {
  /** Whether an item must have the attribute. */
  public enum Presence {
    REQUIRED,
    OPTIONAL
  }

  public Field {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(presence, "presence is null");
  }

  public static <T> Field<T> required(String name, AttributeType<T> type) {
    return new Field<>(name, type, Presence.REQUIRED);
  }

  public static <T> Field<T> optional(String name, AttributeType<T> type) {
    return new Field<>(name, type, Presence.OPTIONAL);
  }

  static <T> Field<T> optional(Field<T> field) {
    return optional(field.name(), field.type());
  }
}
