package org.novacat.persistence.state;

/** What is known of a product's content. Never says whether to try again. */
public enum ValidationStatus {
  UNVALIDATED,
  VALID,
  QUARANTINED,
  /** Looked at by a person and refused for good. */
  TERMINAL_INVALID
}
