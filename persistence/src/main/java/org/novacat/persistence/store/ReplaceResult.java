package org.novacat.persistence.store;

import java.util.function.Function;
import org.novacat.layouts.key.ObjectKey;

/** How {@link ObjectStore#replaceIfMatch} ended. */
public sealed interface ReplaceResult {
  /** The object had the expected ETag; the new content is stored. */
  record Replaced(WrittenObject object) implements ReplaceResult {}

  /** The object has another ETag; nothing was written. */
  record Changed(ObjectInfo actual) implements ReplaceResult {}

  /** There is no object; nothing was written. */
  record Missing(ObjectKey key) implements ReplaceResult {}

  /** Whichever applies. */
  default <T> T match(
      Function<Replaced, T> onReplaced,
      Function<Changed, T> onChanged,
      Function<Missing, T> onMissing) {
    if (this instanceof Replaced replaced) {
      return onReplaced.apply(replaced);
    }
    return this instanceof Changed changed
        ? onChanged.apply(changed)
        : onMissing.apply((Missing) this);
  }
}
