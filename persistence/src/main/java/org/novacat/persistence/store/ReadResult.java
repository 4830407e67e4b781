package org.novacat.persistence.store;

/** How the reading of an object that an item points at ended. */
public sealed interface ReadResult<T> {
  /** It is what the item says. */
  record Found<T>(T content) implements ReadResult<T> {}

  /** It is not there, is another, or is too large for whoever wants it. */
  record Unusable<T>(UnusableObject why) implements ReadResult<T> {}

  /**
   * What was found.
   *
   * @throws UnusableObject when there is nothing that can be used
   */
  default T get() {
    if (this instanceof Unusable<T> unusable) {
      throw unusable.why();
    }
    return ((Found<T>) this).content();
  }
}
