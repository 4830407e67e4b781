package org.novacat.persistence.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.table.Page;

/**
 * Keeps one thread's reads below a rate: what a page has cost must have been earned before the next
 * one is asked for. Costs are known only afterwards, so that the first page is free.
 */
final class Pacer {
  private final double unitsPerSecond;
  private final InstantSource clock;
  private final Pause pause;
  private Instant next = Instant.MIN;

  /**
   * A pacer.
   *
   * @param unitsPerSecond 0 for no bound
   */
  Pacer(double unitsPerSecond, InstantSource clock, Pause pause) {
    this.unitsPerSecond = unitsPerSecond;
    this.clock = clock;
    this.pause = pause;
  }

  /** The page that a request gives, asked for when it may be. */
  Page paced(Supplier<Page> request) {
    if (unitsPerSecond == 0) {
      return request.get();
    }
    Instant begin = begin();
    Page page = request.get();
    next = begin.plusNanos((long) (page.capacity() / unitsPerSecond * 1e9));
    return page;
  }

  private Instant begin() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      try {
        pause.sleep(Duration.between(now, next));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for read capacity");
      }
      return next;
    }
    return now;
  }
}
