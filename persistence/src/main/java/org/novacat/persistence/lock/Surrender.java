package org.novacat.persistence.lock;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/** The write that leaves a lock to whoever comes next. */
final class Surrender {
  private Surrender() {}

  /**
   * The record says that nobody works under it; the token grows, so that no fence of the old holder
   * holds any more; the lease ends now; the payload is forgotten, so that any other may come next.
   * The record stays, so that tokens go on growing.
   *
   * @param why the holder failed; null when it did not
   */
  static Write of(Fence fence, Stamp stamp, @Nullable String why, Condition condition) {
    return Changes.of(Keys.lock(fence.key()), stamp)
        .set(LockRecord.STATUS, LockStatus.RELEASED)
        .set(LockRecord.TOKEN, fence.token() + 1)
        .set(LockRecord.LEASE_EXPIRES_AT, stamp.at())
        .set(LockRecord.OUTCOME, why)
        .remove(LockRecord.PAYLOAD_HASH)
        .when(condition);
  }
}
