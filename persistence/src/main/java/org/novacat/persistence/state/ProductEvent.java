package org.novacat.persistence.state;

/** What can happen to a product. */
public enum ProductEvent {
  /** It became known; its bytes are still where the provider keeps them. */
  REGISTERED,
  /** It became known together with its bytes. */
  REGISTERED_WITH_BYTES,
  /** Other bytes are about to take the place of those it has, if any. */
  BYTES_COMING,
  /** Its bytes have come. */
  ACQUIRED,
  /** Fetching failed in a way that may pass. */
  ACQUISITION_FAILED,
  VALIDATED,
  QUARANTINED,
  /** Another product has the same bytes and came first. */
  FOUND_DUPLICATE,
  /** Reading failed in a way that may pass. */
  VALIDATION_POSTPONED,
  /** A person lets it leave quarantine for another try. */
  RETRY_APPROVED,
  /** A person refuses it for good. */
  REJECTED,
  /** A person or a run wants a valid product to be read again, and says why. */
  REPROCESS
}
