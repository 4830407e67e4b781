package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.ItemMeta;

/**
 * Who holds an idempotency key, or what came of it.
 *
 * @param fencingToken grows by one at each change of holder
 * @param payloadHash of what the holder set out to do; null once it has given up
 * @param outcome what it recorded when it completed, or why it gave up; null otherwise
 */
public record LockRecord(
    String key,
    LockStatus status,
    JobRunId holder,
    long fencingToken,
    Instant acquiredAt,
    Instant leaseExpiresAt,
    @Nullable String payloadHash,
    @Nullable String outcome,
    Instant ttl,
    ItemMeta meta) {
  public LockRecord {
    requireNonNull(key, "key is null");
    requireNonNull(status, "status is null");
    requireNonNull(holder, "holder is null");
    requireNonNull(acquiredAt, "acquiredAt is null");
    requireNonNull(leaseExpiresAt, "leaseExpiresAt is null");
    requireNonNull(ttl, "ttl is null");
    requireNonNull(meta, "meta is null");
  }
}
