package org.novacat.persistence.run;

/** How a job run ended, or that it has not. */
public enum RunStatus {
  RUNNING,
  SUCCEEDED,
  /** Stopped by an exception. */
  FAILED,
  /** Stopped by the user. */
  INTERRUPTED
}
