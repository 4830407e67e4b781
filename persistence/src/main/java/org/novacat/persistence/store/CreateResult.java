package org.novacat.persistence.store;

import java.util.function.Function;

/** How {@link ObjectStore#createIfAbsent} ended. */
public sealed interface CreateResult {
  /** The key was free; the content is stored. */
  record Created(WrittenObject object) implements CreateResult {}

  /**
   * The key was taken; nothing was written. The object may be our own of an earlier try, so compare
   * before calling it a conflict.
   */
  record AlreadyThere(ObjectInfo object) implements CreateResult {}

  /** What is under the key now, by whomever. */
  default ObjectInfo info() {
    return match(created -> created.object().info(), AlreadyThere::object);
  }

  /** Whichever applies. */
  default <T> T match(Function<Created, T> onCreated, Function<AlreadyThere, T> onAlreadyThere) {
    return this instanceof Created created
        ? onCreated.apply(created)
        : onAlreadyThere.apply((AlreadyThere) this);
  }
}
