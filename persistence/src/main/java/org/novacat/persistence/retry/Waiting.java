package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a run waits for.
 *
 * @param what that it wants to do, or to have
 * @param why it cannot yet: the last answer, or who has it and until when
 * @param soFar how long it has waited
 * @param atMost how much longer it waits before it gives up; zero when it is about to
 */
public record Waiting(String what, String why, Duration soFar, Duration atMost) {
  public Waiting {
    requireNonNull(what, "what is null");
    requireNonNull(why, "why is null");
    requireNonNull(soFar, "soFar is null");
    atMost = atMost.isNegative() ? Duration.ZERO : atMost;
  }
}
