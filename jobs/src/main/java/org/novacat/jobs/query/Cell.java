package org.novacat.jobs.query;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.Field;

/**
 * What a column takes from an item.
 *
 * @param attributes that have to be read for it, beside those that every item of the kind has
 */
record Cell<T>(Set<String> attributes, Function<T, ? extends @Nullable Object> value) {
  Cell {
    attributes = Set.copyOf(attributes);
  }

  /** The names of attributes. */
  static Set<String> names(Collection<? extends Field<?>> fields) {
    return fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
  }
}
