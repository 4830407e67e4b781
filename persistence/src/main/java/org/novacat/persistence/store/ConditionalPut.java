package org.novacat.persistence.store;

import org.jspecify.annotations.Nullable;

/** How a write ended that an {@link ObjectStore} makes only where it finds what is expected. */
public sealed interface ConditionalPut {
  /** It was found; the content is stored. */
  record Stored(WrittenObject object) implements ConditionalPut {}

  /**
   * What is there is not known to be ours. It may have our bytes all the same, of an earlier try or
   * of another writer, so compare before calling it a conflict. When the answer to a try was lost
   * and another writer came after it, ours may have been there for a moment.
   *
   * @param there null when nothing is
   */
  record Refused(@Nullable ObjectInfo there) implements ConditionalPut {}
}
