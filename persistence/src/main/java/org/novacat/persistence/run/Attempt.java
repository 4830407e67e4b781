package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;

/**
 * One invocation of one task of a run, retries included.
 *
 * @param task e.g. {@code ValidateSpectra}; without {@code #}
 * @param number 1 for the first
 * @param at when it began
 * @param productId what it was about; null when about no product
 * @param errorFingerprint what kind of fault ended it; null when none did
 */
public record Attempt(
    String task,
    int number,
    Instant at,
    Duration took,
    AttemptOutcome outcome,
    @Nullable DataProductId productId,
    @Nullable String errorFingerprint) {
  public Attempt {
    requireNonNull(task, "task is null");
    requireNonNull(at, "at is null");
    requireNonNull(took, "took is null");
    requireNonNull(outcome, "outcome is null");
    if (task.isBlank() || task.contains("#") || number < 1) {
      throw new IllegalArgumentException(
          "Cannot record attempt %s of task '%s': a task has a name without '#', attempts count from 1"
              .formatted(number, task));
    }
  }
}
