package org.novacat.layouts.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cards that a test writes: {@code KEY=value}, each key once. */
final class StatedKeys implements CardSource {
  private final Map<String, StatedCard> cards = new LinkedHashMap<>();

  static StatedKeys of(String... cards) {
    StatedKeys keys = new StatedKeys();
    for (String card : cards) {
      String[] parts = card.split("=", 2);
      keys.put(parts[0].strip(), parts[1].strip(), "");
    }
    return keys;
  }

  StatedKeys put(String keyword, String value, String comment) {
    cards.put(keyword, new StatedCard(keyword, value, comment));
    return this;
  }

  @Override
  public List<StatedCard> all(String keyword) {
    StatedCard card = cards.get(keyword);
    return card == null ? List.of() : List.of(card);
  }

  @Override
  public String toString() {
    return cards.values().toString();
  }
}
