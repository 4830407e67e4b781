package org.novacat.persistence.store.s3;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.novacat.persistence.table.TransientStoreException.Effect;

/**
 * One write, which may take several tries. When the answer to a try is lost and its condition does
 * not hold any more, it may be our own doing; the object tells, because it carries the mark of the
 * write that made it.
 */
final class Writing {
  /** Metadata of an object: which write made it. */
  private static final String MARK = "novacat-write";

  private final String mark = UUID.randomUUID().toString();
  private boolean inDoubt;

  /** What the object is to carry. */
  Map<String, String> metadata() {
    return Map.of(MARK, mark);
  }

  /** Whether a try may have been carried out whose answer never came. */
  boolean isInDoubt() {
    return inDoubt;
  }

  /** Whether such a try made the object with this metadata. */
  boolean made(Map<String, String> metadata) {
    return inDoubt && mark.equals(metadata.get(MARK));
  }

  /** The request, which keeps in mind what the tries before it may have done. */
  <T> Function<Effect, T> over(Supplier<T> request) {
    return before -> {
      inDoubt |= before == Effect.POSSIBLE;
      return request.get();
    };
  }

  /**
   * The same of one that has a condition.
   *
   * @param look fails where the condition does not hold any more
   */
  <T> Function<Effect, T> over(Supplier<T> request, Runnable look) {
    return over(
        () -> {
          if (inDoubt) {
            look.run();
          }
          return request.get();
        });
  }
}
