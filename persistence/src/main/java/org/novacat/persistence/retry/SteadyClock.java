package org.novacat.persistence.retry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Goes on evenly from the start of the process, whatever the machine's clock is set to meanwhile: a
 * laptop that was asleep sets it forward by hours, and a wait is not over by that. Not the time of
 * day.
 */
final class SteadyClock extends Clock {
  static final SteadyClock START = new SteadyClock();

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  private SteadyClock() {}

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
