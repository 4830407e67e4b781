package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** Takes, finds and clears idempotency locks. */
public final class Locks {
  private final Function<RetryPolicy, Table> tables;
  private final Table table;
  private final RunContext run;
  private final Clock clock;

  /** What {@link #recover} did. */
  public enum Recovery {
    /** There was no lock, or none in progress. */
    NOTHING_TO_DO,
    /** Its holder is alive; nothing was done. */
    STILL_HELD,
    /** Its holder was dead; the lock is free. */
    RELEASED
  }

  /**
   * Locks in a table.
   *
   * @param tables the table, trying again as it is told
   * @param policy how long anything but a heartbeat is tried, for which the lease decides
   */
  public Locks(
      Function<RetryPolicy, Table> tables, RetryPolicy policy, RunContext run, Clock clock) {
    this.tables = requireNonNull(tables, "tables is null");
    this.table = tables.apply(policy);
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * Asks for a lock. Takes it when it is free, given up, expired, or held by a run that has not
   * renewed its lease in time; the fencing token then grows.
   *
   * @throws UsageException when the key is in use, or was used, for another payload
   */
  public LockAnswer acquire(LockRequest request) {
    @Nullable RawItem seen = table.get(Keys.lock(request.key()));
    while (true) {
      Instant now = clock.instant();
      Optional<LockAnswer> refusal = seen == null ? Optional.empty() : refusal(seen, request, now);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      long token = seen == null ? 1 : seen.number(LockRecord.TOKEN.name()) + 1;
      WriteResult result = table.write(taking(seen, request, token, now));
      if (result instanceof WriteResult.Written) {
        Fence fence = new Fence(request.key(), run.jobRunId(), token);
        return new LockAnswer.Acquired(new Lease(table, heartbeat(request), clock, request, fence));
      }
      seen = ((WriteResult.Refused) result).current();
    }
  }

  private Table heartbeat(LockRequest request) {
    return tables.apply(RetryPolicy.heartbeat(request.lease()));
  }

  /** The lock of a key, whatever its state; empty when there is none or its time is over. */
  public Optional<LockRecord> find(String key) {
    return LockRecord.ITEM
        .find(table, Keys.lock(key))
        .filter(lock -> lock.ttl().isAfter(clock.instant()));
  }

  /** Frees a lock whose holder is dead, whatever its payload. Doing it twice does nothing more. */
  public Recovery recover(String key) {
    Instant now = clock.instant();
    Optional<LockRecord> found = find(key);
    if (found.isEmpty() || found.get().status() != LockStatus.IN_PROGRESS) {
      return Recovery.NOTHING_TO_DO;
    }
    LockRecord lock = found.get();
    if (lock.leaseExpiresAt().isAfter(now)) {
      return Recovery.STILL_HELD;
    }
    Fence fence = new Fence(key, lock.holder(), lock.fencingToken());
    Write write =
        fence.surrender(new Stamp(now, run.jobRunId()), "recovered", lock.meta().asRead());
    return table.write(write) instanceof WriteResult.Written
        ? Recovery.RELEASED
        : Recovery.STILL_HELD;
  }

  /** Why the lock cannot be taken; empty when it can. */
  private static Optional<LockAnswer> refusal(RawItem seen, LockRequest request, Instant now) {
    LockRecord lock = LockRecord.ITEM.read(seen);
    String payload = lock.payloadHash();
    if (!lock.ttl().isAfter(now) || payload == null) {
      return Optional.empty();
    }
    if (!payload.equals(request.payloadHash())) {
      throw otherPayload(lock);
    }
    if (lock.status() == LockStatus.COMPLETED) {
      String outcome = lock.outcome();
      return Optional.of(new LockAnswer.Completed(lock.holder(), outcome == null ? "" : outcome));
    }
    return lock.leaseExpiresAt().isAfter(now)
        ? Optional.of(new LockAnswer.Held(lock.holder(), lock.leaseExpiresAt()))
        : Optional.empty();
  }

  private static UsageException otherPayload(LockRecord lock) {
    String state =
        lock.status() == LockStatus.COMPLETED
            ? "was done by run %s".formatted(lock.holder())
            : "is being done by run %s, whose lock holds until %s"
                .formatted(lock.holder(), lock.leaseExpiresAt());
    return new UsageException(
        "Cannot lock '%s': the same work %s with other input (wait until %s at the latest, when its key is free again)"
            .formatted(lock.key(), state, lock.ttl()));
  }

  private Write taking(@Nullable RawItem seen, LockRequest request, long token, Instant now) {
    LockRecord lock =
        new LockRecord(
            request.key(),
            LockStatus.IN_PROGRESS,
            run.jobRunId(),
            token,
            now,
            now.plus(request.lease()),
            request.payloadHash(),
            null,
            now.plus(request.keep()),
            new Stamp(now, run.jobRunId()).fresh());
    Condition asSeen =
        seen == null
            ? Condition.absent()
            : Condition.equal(Common.VERSION.name(), seen.number(Common.VERSION.name()));
    return LockRecord.ITEM.orNew(lock).when(asSeen);
  }
}
