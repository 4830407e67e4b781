package org.novacat.persistence.state;

/** Where the human gate of quarantine stands. */
public enum ManualReviewStatus {
  PENDING,
  CLEARED_RETRY_APPROVED,
  CLEARED_TERMINAL
}
