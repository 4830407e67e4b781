package org.novacat.persistence.lock;

import java.time.Instant;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;

/** IdempotencyLock as an item. */
public final class LockItem {
  public static final Field<String> KEY = Field.required("idempotency_key", Types.TEXT);
  public static final Field<LockStatus> STATUS =
      Field.required("status", Types.oneOf(LockStatus.class));
  public static final Field<JobRunId> HOLDER = Field.required("job_run_id", Types.RUN_ID);
  public static final Field<Long> TOKEN = Field.required("fencing_token", Types.WHOLE);
  public static final Field<Instant> ACQUIRED_AT = Field.required("acquired_at", Types.INSTANT);
  public static final Field<Instant> LEASE_EXPIRES_AT =
      Field.required("lease_expires_at", Types.INSTANT);
  public static final Field<String> PAYLOAD_HASH = Field.optional("payload_hash", Types.TEXT);
  public static final Field<String> OUTCOME = Field.optional("outcome", Types.SENTENCE);
  public static final Field<Long> TTL = Field.required(Table.TTL, Types.WHOLE);

  public static final Shape SHAPE =
      Shape.first(
          "IdempotencyLock",
          "IDEMPOTENCY#<idempotency_key>",
          "LOCK",
          KEY,
          STATUS,
          HOLDER,
          TOKEN,
          ACQUIRED_AT,
          LEASE_EXPIRES_AT,
          PAYLOAD_HASH,
          OUTCOME,
          TTL);

  private LockItem() {}

  public static ItemKey key(String idempotencyKey) {
    return Keys.lock(idempotencyKey);
  }

  public static RawItem write(LockRecord lock) {
    return new ItemDraft(SHAPE, key(lock.key()), lock.meta())
        .with(KEY, lock.key())
        .with(STATUS, lock.status())
        .with(HOLDER, lock.holder())
        .with(TOKEN, lock.fencingToken())
        .with(ACQUIRED_AT, lock.acquiredAt())
        .with(LEASE_EXPIRES_AT, lock.leaseExpiresAt())
        .with(PAYLOAD_HASH, lock.payloadHash())
        .with(OUTCOME, lock.outcome())
        .with(TTL, lock.ttl().getEpochSecond())
        .item();
  }

  public static LockRecord read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new LockRecord(
        fields.get(KEY),
        status(fields),
        fields.get(HOLDER),
        fields.get(TOKEN),
        fields.get(ACQUIRED_AT),
        fields.get(LEASE_EXPIRES_AT),
        fields.find(PAYLOAD_HASH),
        fields.find(OUTCOME),
        Instant.ofEpochSecond(fields.get(TTL)),
        fields.meta());
  }

  /** The first locks that were given up said so by the lack of a payload alone. */
  private static LockStatus status(Fields fields) {
    LockStatus stored = fields.get(STATUS);
    return stored == LockStatus.IN_PROGRESS && fields.find(PAYLOAD_HASH) == null
        ? LockStatus.RELEASED
        : stored;
  }
}
