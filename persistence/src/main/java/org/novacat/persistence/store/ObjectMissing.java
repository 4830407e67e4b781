package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/** The object to be read is not there. */
public final class ObjectMissing extends StoreException {
  public ObjectMissing(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
