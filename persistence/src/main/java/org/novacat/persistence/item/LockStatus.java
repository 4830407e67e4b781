package org.novacat.persistence.item;

/** What an idempotency lock stands for. */
public enum LockStatus {
  /** A run works under it, or did and died. */
  IN_PROGRESS,
  /** The work is done; the record answers whoever asks again. */
  COMPLETED
}
