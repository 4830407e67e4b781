package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/** The object is longer than the caller wants to take into memory; nothing was read. */
public final class ObjectTooLarge extends StoreException {
  public ObjectTooLarge(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
