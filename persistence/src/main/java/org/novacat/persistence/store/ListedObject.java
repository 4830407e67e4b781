package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.key.ObjectKey;

/**
 * An object met in a listing.
 *
 * @param length bytes
 * @param lastModified when it was last written, by the clock of the store
 */
public record ListedObject(ObjectKey key, long length, Instant lastModified) {
  public ListedObject {
    requireNonNull(key, "key is null");
    requireNonNull(lastModified, "lastModified is null");
  }
}
