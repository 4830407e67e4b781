package org.novacat.persistence.state;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One legal step of anything that has states.
 *
 * @param from null when it is not there yet
 */
public record Transition<S, E>(@Nullable S from, E event, S to) {
  public Transition {
    requireNonNull(event, "event is null");
    requireNonNull(to, "to is null");
  }
}
