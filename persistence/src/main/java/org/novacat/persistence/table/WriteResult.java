package org.novacat.persistence.table;

import org.jspecify.annotations.Nullable;

/** How a single write ended. */
public sealed interface WriteResult {
  /** It happened. */
  record Written(double capacity) implements WriteResult {}

  /**
   * Its condition was false, so nothing happened.
   *
   * @param current the item as it was then; null when there was none
   */
  record Refused(@Nullable RawItem current) implements WriteResult {}
}
