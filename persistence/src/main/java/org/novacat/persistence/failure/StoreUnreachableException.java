package org.novacat.persistence.failure;

import org.jspecify.annotations.Nullable;

/**
 * The table's service did not answer, or only asked to slow down, until the retry budget was spent
 * (exit code 5).
 */
public final class StoreUnreachableException extends PersistenceException {
  public StoreUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
