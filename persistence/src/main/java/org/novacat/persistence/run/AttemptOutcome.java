package org.novacat.persistence.run;

/** How an attempt ended. */
public enum AttemptOutcome {
  SUCCEEDED,
  QUARANTINED,
  DUPLICATE,
  /** A passing fault; says nothing about the file. */
  RETRYABLE_FAILURE,
  TERMINAL_FAILURE
}
