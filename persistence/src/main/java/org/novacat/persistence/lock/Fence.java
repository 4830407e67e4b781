package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/**
 * Proof, to be checked inside a transaction, that a run still holds a lock with the token it was
 * given. Put into the one transaction that records the result; never into many at once, since they
 * would all touch the lock's item.
 */
public record Fence(String key, JobRunId holder, long token) {
  public Fence {
    requireNonNull(key, "key is null");
    requireNonNull(holder, "holder is null");
  }

  /** The check as an action of a transaction. */
  public Write check() {
    return new Write.Check(Keys.lock(key), condition());
  }

  Condition condition() {
    return Condition.allOf(
        Condition.equal(LockRecord.STATUS.name(), LockStatus.IN_PROGRESS.name()),
        Condition.equal(LockRecord.TOKEN.name(), token),
        Condition.equal(LockRecord.HOLDER.name(), holder.toString()));
  }

  /**
   * The write that leaves a lock to whoever comes next. The record says that nobody works under it;
   * the token grows, so that no fence of the old holder holds any more; the lease ends now; the
   * payload is forgotten, so that any other may come next. The record stays, so that tokens go on
   * growing.
   *
   * @param why the holder failed; null when it did not
   */
  Write surrender(Stamp stamp, @Nullable String why, Condition condition) {
    return Changes.of(Keys.lock(key), stamp)
        .set(LockRecord.STATUS, LockStatus.RELEASED)
        .set(LockRecord.TOKEN, token + 1)
        .set(LockRecord.LEASE_EXPIRES_AT, stamp.at())
        .set(LockRecord.OUTCOME, why)
        .remove(LockRecord.PAYLOAD_HASH)
        .when(condition);
  }
}
