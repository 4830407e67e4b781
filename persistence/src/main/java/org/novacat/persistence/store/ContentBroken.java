package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/**
 * The content to be stored cannot be read, or is not as long as it says; nothing was stored. The
 * fault lies with the source, not with the store.
 */
public final class ContentBroken extends StoreException {
  public ContentBroken(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
