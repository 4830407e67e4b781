package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;

/**
 * How values of one type are stored in an attribute.
 *
 * @param schema the JSON Schema (draft 2020-12) of the stored form
 */
public record AttributeType<T>(
    Function<T, Attribute> write, Function<Attribute, T> read, Map<String, Object> schema) {
  public AttributeType {
    requireNonNull(write, "write is null");
    requireNonNull(read, "read is null");
    schema = Map.copyOf(schema);
  }

  /** Values made from those of this type and stored as these are. */
  <V> AttributeType<V> as(Function<V, T> to, Function<T, V> from) {
    return new AttributeType<>(
        value -> write.apply(to.apply(value)), a -> from.apply(read.apply(a)), schema);
  }

  /**
   * The value stored in an attribute.
   *
   * @throws SchemaException when it is not of this type
   */
  public T parse(String name, Attribute attribute) {
    try {
      return read.apply(attribute);
    } catch (ClassCastException
        | ArithmeticException
        | IllegalArgumentException
        | DateTimeException e) {
      throw new SchemaException(
          "Cannot read attribute '%s': %s is not of its type (%s)"
              .formatted(name, attribute, e.getMessage()));
    }
  }
}
