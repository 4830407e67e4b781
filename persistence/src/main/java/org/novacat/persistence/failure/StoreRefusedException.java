package org.novacat.persistence.failure;

import org.jspecify.annotations.Nullable;

/**
 * The table's service answered and refused: credentials, permissions or a request it does not
 * accept (exit code 2). Trying again would not help.
 */
public final class StoreRefusedException extends PersistenceException {
  public StoreRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
