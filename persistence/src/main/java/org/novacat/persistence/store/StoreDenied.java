package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/**
 * The store refuses us: no permission, a read-only place, or a name it cannot hold. Trying later
 * will not help; somebody has to change something.
 */
public final class StoreDenied extends StoreException {
  public StoreDenied(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
