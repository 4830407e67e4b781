package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;

/** How a write to an {@link Archive} ended. */
public sealed interface WriteResult {
  /** The bytes are there. */
  record Written(Pointer pointer) implements WriteResult {}

  /**
   * Something else is there than was expected; nothing was written.
   *
   * @param there null when nothing is there
   */
  record Taken(ObjectKey key, @Nullable ObjectInfo there) implements WriteResult {}

  /**
   * Where the bytes are, of a write that can only succeed, or must.
   *
   * @throws IllegalStateException when something else is there
   */
  default Pointer pointer() {
    if (this instanceof Written written) {
      return written.pointer();
    }
    throw new IllegalStateException(
        "Cannot write object '%s': other bytes are there (see 'novacat verify --deep')"
            .formatted(((Taken) this).key()));
  }
}
