package org.novacat.persistence.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/**
 * A lock that this run holds, until it completes it, gives it up, or loses it by letting the lease
 * run out while another run asks. Closing it gives it up unless it was completed. Safe for use by
 * many threads: it has no state but the table's.
 */
public final class Lease implements AutoCloseable {
  private final Table table;
  private final Table heartbeat;
  private final Clock clock;
  private final LockRequest request;
  private final Fence fence;

  Lease(Table table, Table heartbeat, Clock clock, LockRequest request, Fence fence) {
    this.table = table;
    this.heartbeat = heartbeat;
    this.clock = clock;
    this.request = request;
    this.fence = fence;
  }

  /** The proof to be checked by the transaction that records the result. */
  public Fence fence() {
    return fence;
  }

  /** How long the lock holds after each {@link #renew}. */
  public Duration length() {
    return request.lease();
  }

  /**
   * The heartbeat: the lease begins anew. A lease that ran out and that nobody took is renewed too.
   * It is not tried for longer than until the next one is due.
   *
   * @throws ConflictException when the lock is no longer this run's
   */
  public void renew() {
    Instant now = clock.instant();
    own(
        heartbeat,
        "renew",
        changes(now)
            .set(LockRecord.LEASE_EXPIRES_AT, now.plus(request.lease()))
            .set(LockRecord.EXPIRES, now.plus(request.keep()))
            .when(fence.condition()));
  }

  /**
   * Records what came of the work. Whoever asks again with the same payload is told this.
   *
   * @throws ConflictException when the lock is no longer this run's; then nothing is recorded
   */
  public void complete(String outcome) {
    Instant now = clock.instant();
    own(
        table,
        "complete",
        changes(now)
            .set(LockRecord.STATUS, LockStatus.COMPLETED)
            .set(LockRecord.OUTCOME, outcome)
            .set(LockRecord.EXPIRES, now.plus(request.keep()))
            .when(fence.condition()));
  }

  /** Gives the lock up, for any run and any payload to take at once. Nothing if it is lost. */
  public void release() {
    table.write(fence.surrender(stamp(clock.instant()), null, fence.condition()));
  }

  /** Gives the lock up and leaves word why. Nothing if it is lost. */
  public void fail(String why) {
    table.write(fence.surrender(stamp(clock.instant()), why, fence.condition()));
  }

  @Override
  public void close() {
    release();
  }

  private Stamp stamp(Instant now) {
    return new Stamp(now, fence.holder());
  }

  private Changes changes(Instant now) {
    return Changes.of(Keys.lock(fence.key()), stamp(now));
  }

  private void own(Table how, String verb, Write write) {
    if (how.write(write) instanceof WriteResult.Refused refused) {
      throw new ConflictException(
          "Cannot %s lock '%s': this run, %s, no longer holds it; %s (nothing was written; run the command again)"
              .formatted(verb, fence.key(), fence.holder(), found(refused.current())));
    }
  }

  private static String found(@Nullable RawItem current) {
    if (current == null) {
      return "its record is gone";
    }
    return "it is %s by run %s with token %s"
        .formatted(
            current.text(LockRecord.STATUS.name()),
            current.text(LockRecord.HOLDER.name()),
            current.number(LockRecord.TOKEN.name()));
  }
}
