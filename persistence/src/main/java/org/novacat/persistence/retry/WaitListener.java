package org.novacat.persistence.retry;

import java.time.Duration;

/**
 * Is told when a run waits for long, so that it can say so to whoever sits before it. Called by any
 * thread, one at a time.
 */
public interface WaitListener {
  /** Says nothing. */
  WaitListener NONE = new WaitListener() {};

  /** The run has waited for ten seconds, or for another thirty since this was last called. */
  default void waits(Waiting waiting) {}

  /** What it was last told of is over, and the run goes on. */
  default void goesOn(Duration after) {}
}
