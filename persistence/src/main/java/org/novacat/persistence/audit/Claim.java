package org.novacat.persistence.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Pointer;

/**
 * What an item says of an object.
 *
 * @param key of the object
 * @param length in bytes; -1 when the item does not say
 * @param sha256 null when the item does not say
 * @param by which item
 */
public record Claim(ObjectKey key, long length, @Nullable ContentHash sha256, String by) {
  public Claim {
    requireNonNull(key, "key is null");
    requireNonNull(by, "by is null");
  }

  static Claim of(Pointer file, String by) {
    return new Claim(file.key(), file.byteLength(), file.sha256(), by);
  }
}
