package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Table;

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
    ItemMeta meta)
    implements Stored {
  static final Field<LockStatus> STATUS = Field.required("status", Types.oneOf(LockStatus.class));
  static final Field<JobRunId> HOLDER = Field.required("job_run_id", Types.RUN_ID);
  static final Field<Long> TOKEN = Field.required("fencing_token", Types.WHOLE);
  static final Field<Instant> ACQUIRED_AT = Field.required("acquired_at", Types.INSTANT);
  static final Field<Instant> LEASE_EXPIRES_AT = Field.required("lease_expires_at", Types.INSTANT);
  static final Field<String> PAYLOAD_HASH = Field.optional("payload_hash", Types.TEXT);
  static final Field<String> OUTCOME = Field.optional("outcome", Types.SENTENCE);
  static final Field<Instant> EXPIRES = Field.required(Table.TTL, Types.EPOCH_SECONDS);

  /** As an item. */
  public static final ItemType<LockRecord> ITEM =
      ItemType.of(
          "IdempotencyLock",
          "IDEMPOTENCY#<idempotency_key>",
          "LOCK",
          RecordType.of(LockRecord.class)
              .required("idempotency_key", Types.TEXT, LockRecord::key)
              .field(STATUS, LockRecord::status)
              .field(HOLDER, LockRecord::holder)
              .field(TOKEN, LockRecord::fencingToken)
              .field(ACQUIRED_AT, LockRecord::acquiredAt)
              .field(LEASE_EXPIRES_AT, LockRecord::leaseExpiresAt)
              .field(PAYLOAD_HASH, LockRecord::payloadHash)
              .field(OUTCOME, LockRecord::outcome)
              .field(EXPIRES, LockRecord::ttl),
          lock -> Keys.lock(lock.key()));

  /** The first locks that were given up said so by the lack of a payload alone. */
  public LockRecord {
    requireNonNull(key, "key is null");
    requireNonNull(status, "status is null");
    requireNonNull(holder, "holder is null");
    requireNonNull(acquiredAt, "acquiredAt is null");
    requireNonNull(leaseExpiresAt, "leaseExpiresAt is null");
    requireNonNull(ttl, "ttl is null");
    requireNonNull(meta, "meta is null");
    boolean isFree = status == LockStatus.IN_PROGRESS && payloadHash == null;
    status = isFree ? LockStatus.RELEASED : status;
  }
}
