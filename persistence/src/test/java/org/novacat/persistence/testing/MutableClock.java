package org.novacat.persistence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until told to go on. Safe for use by many threads. */
public final class MutableClock extends Clock {
  /** Where it starts. */
  public static final Instant START = Instant.parse("2026-02-21T20:45:10Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  /** Goes on, or back. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock knows UTC only");
  }
}
