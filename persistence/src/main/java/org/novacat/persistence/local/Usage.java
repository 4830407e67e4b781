package org.novacat.persistence.local;

import java.time.Duration;

/**
 * Who uses the server, and since when nobody does. Times are nanoseconds of one monotonic clock,
 * handed in.
 */
final class Usage {
  private final Duration idleAfter;
  private int leases;
  private long requests;
  private long lastUse;
  private boolean ended;

  Usage(Duration idleAfter, long now) {
    this.idleAfter = idleAfter;
    this.lastUse = now;
  }

  /** Counts a lease; false when the server has already decided to end, so nobody may rely on it. */
  synchronized boolean begin() {
    if (!ended) {
      leases++;
    }
    return !ended;
  }

  /** Takes back what one {@link #begin} counted. */
  synchronized void end(long now) {
    leases--;
    lastUse = now;
  }

  /**
   * Whether the server is to end, because no lease is held and the number of requests has stood
   * still for the idle time. Once true, true for ever.
   */
  synchronized boolean endIfIdle(long requestsSoFar, long now) {
    if (leases > 0 || requestsSoFar != requests) {
      requests = requestsSoFar;
      lastUse = now;
    }
    ended = ended || now - lastUse >= idleAfter.toNanos();
    return ended;
  }
}
