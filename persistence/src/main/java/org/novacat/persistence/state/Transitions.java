package org.novacat.persistence.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.UsageException;

/**
 * Every legal step of one kind of thing: from, event, to. What is not in the table does not happen.
 *
 * @param all in reading order; no event leads two ways from one state
 */
public record Transitions<S, E>(List<Transition<S, E>> all) {
  public Transitions {
    all = List.copyOf(all);
  }

  /** Where an event leads from a state, null for none yet; empty when it is not legal there. */
  public Optional<S> next(@Nullable S from, E event) {
    return all.stream()
        .filter(step -> step.event().equals(event) && Objects.equals(step.from(), from))
        .map(Transition::to)
        .findFirst();
  }

  /**
   * The same, where it must be legal.
   *
   * @param what the thing, for people, e.g. {@code product '…'}
   * @throws UsageException when it is not
   */
  public S required(@Nullable S from, E event, String what) {
    return next(from, event)
        .orElseThrow(
            () ->
                new UsageException(
                    "Cannot record %s for %s: its state %s does not allow it"
                        .formatted(event, what, from)));
  }
}
