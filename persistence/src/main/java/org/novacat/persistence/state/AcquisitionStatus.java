package org.novacat.persistence.state;

/** How far the bytes of a product have come. */
public enum AcquisitionStatus {
  /** Known, not fetched. */
  STUB,
  /** Other bytes take the place of those it had; until they have, no run validates it. */
  ACQUIRING,
  ACQUIRED,
  /** The last try to fetch it failed; the next one may succeed. */
  FAILED_RETRYABLE,
  /** Its bytes are those of another product, which it points at. */
  SKIPPED_DUPLICATE,
  /** Passed over until its next eligible time. */
  SKIPPED_BACKOFF
}
