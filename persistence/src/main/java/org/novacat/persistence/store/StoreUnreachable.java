package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be worked with for now: no connection, no room, a failing disk. Trying later may
 * help.
 */
public final class StoreUnreachable extends StoreException {
  public StoreUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
