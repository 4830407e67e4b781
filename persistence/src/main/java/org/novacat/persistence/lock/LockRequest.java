package org.novacat.persistence.lock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.novacat.layouts.id.ContentHash;

/**
 * What a run wants to do alone.
 *
 * @param key deterministic, e.g. {@code AcquireAndValidateSpectra:<data_product_id>:1}; appears in
 *     no event and no object
 * @param payloadHash of the canonical plan; the same key with another hash is an error
 * @param lease how long the lock holds without a heartbeat
 * @param keep how long the record stays after the last heartbeat or after completion
 */
public record LockRequest(String key, String payloadHash, Duration lease, Duration keep) {
  /** Without a heartbeat for this long, a run counts as dead. */
  public static final Duration USUAL_LEASE = Duration.ofSeconds(60);

  private static final Duration USUAL_KEEP = Duration.ofDays(7);

  public LockRequest {
    requireNonNull(key, "key is null");
    requireNonNull(payloadHash, "payloadHash is null");
    if (key.isBlank() || lease.isNegative() || lease.isZero() || keep.compareTo(lease) < 0) {
      throw new IllegalArgumentException(
          "Cannot lock '%s': lease %s, kept for %s (a key has a name, a record outlives its lease)"
              .formatted(key, lease, keep));
    }
  }

  /** Work that is done once: whoever asks again with the same payload is told the outcome. */
  public static LockRequest once(String key, ContentHash payload) {
    return new LockRequest(key, payload.hex(), USUAL_LEASE, USUAL_KEEP);
  }

  /** Work that is done by one run at a time, each with a payload of its own. */
  public static LockRequest mutex(String key) {
    return new LockRequest(key, "mutex", USUAL_LEASE, USUAL_KEEP);
  }

  /** The same with another lease. */
  public LockRequest withLease(Duration other) {
    return new LockRequest(key, payloadHash, other, keep);
  }
}
