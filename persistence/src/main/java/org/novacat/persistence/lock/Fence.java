package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Keys;
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
}
