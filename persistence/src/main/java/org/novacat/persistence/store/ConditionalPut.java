package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/** How a write ended that an {@link ObjectStore} makes only where it finds what is expected. */
public sealed interface ConditionalPut {
  /** It was found; the content is stored. */
  record Stored(WrittenObject object) implements ConditionalPut {}

  /**
   * Nothing was written. What is there may be our own of an earlier try, so compare before calling
   * it a conflict.
   *
   * @param there null when nothing is
   */
  record Refused(@Nullable ObjectInfo there) implements ConditionalPut {}
}
