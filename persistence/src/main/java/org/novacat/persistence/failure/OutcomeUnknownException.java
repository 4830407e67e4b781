package org.novacat.persistence.failure;

import org.jspecify.annotations.Nullable;

/**
 * A write may or may not have happened, and reading back could not tell. Nothing was deleted or
 * undone; the next run decides by the item itself (exit code 6).
 */
public final class OutcomeUnknownException extends PersistenceException {
  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
