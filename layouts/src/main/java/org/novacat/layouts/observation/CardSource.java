package org.novacat.layouts.observation;

import java.util.List;

/** Where cards, or keys with values, are asked for. */
public interface CardSource {
  /**
   * What a file says behind a keyword: empty when it has none or an empty value, more than one
   * where the keyword stands several times and says different things.
   */
  List<StatedCard> all(String keyword);

  /** The value of a keyword; "" when there is none. Of several the first. */
  default String text(String keyword) {
    List<StatedCard> cards = all(keyword);
    return cards.isEmpty() ? "" : cards.get(0).value();
  }
}
