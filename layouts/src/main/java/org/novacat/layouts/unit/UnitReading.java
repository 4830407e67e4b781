package org.novacat.layouts.unit;

import java.util.function.Function;

/** What came of reading the text of a unit. */
public sealed interface UnitReading {
  /** It is a unit. */
  record Understood(Unit unit) implements UnitReading {}

  /** It is a known word that stands where a unit would. */
  record Worded(UnitWord word) implements UnitReading {}

  /**
   * No table knows it, or it has more than one meaning.
   *
   * @param text what was read
   * @param why one clause for people
   */
  record Unknown(String text, String why) implements UnitReading {}

  /** Applies the function of the case at hand. */
  default <T> T match(
      Function<? super Understood, ? extends T> onUnderstood,
      Function<? super Worded, ? extends T> onWorded,
      Function<? super Unknown, ? extends T> onUnknown) {
    if (this instanceof Understood understood) {
      return onUnderstood.apply(understood);
    }
    if (this instanceof Worded worded) {
      return onWorded.apply(worded);
    }
    return onUnknown.apply((Unknown) this);
  }
}
