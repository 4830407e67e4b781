package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/** What can go wrong with a store; the message says with which object, why, and what to do. */
public abstract sealed class StoreException extends RuntimeException
    permits StoreUnreachable, StoreDenied, ObjectMissing, ObjectTooLarge, ContentBroken {
  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
