package org.novacat.persistence.state;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One legal step of a product.
 *
 * @param from null when there is no product yet
 */
public record Transition(@Nullable ProductState from, ProductEvent event, ProductState to) {
  public Transition {
    requireNonNull(event, "event is null");
    requireNonNull(to, "to is null");
  }
}
