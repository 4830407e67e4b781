package org.novacat.persistence.tree;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Predicate;

/**
 * Who publishes.
 *
 * @param run its id, safe as the name of a folder
 * @param isDead whether the process of another run is known to be gone
 */
public record Publisher(String run, Predicate<String> isDead, Clock clock) {
  public Publisher {
    requireNonNull(run, "run is null");
    requireNonNull(isDead, "isDead is null");
    requireNonNull(clock, "clock is null");
  }
}
