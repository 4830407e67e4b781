package org.novacat.persistence.lock;

/** What an idempotency lock stands for. */
public enum LockStatus {
  /** A run works under it, or did and died. */
  IN_PROGRESS,
  /** Its run has given it up, or was found dead; whoever asks next has it. */
  RELEASED,
  /** The work is done; the record answers whoever asks again. */
  COMPLETED
}
