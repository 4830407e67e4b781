package org.novacat.layouts.observation;

import java.util.regex.Pattern;

/** Which instant of an exposure a card means. */
enum Role {
  START("\\b(?:start|starts|started|begin|begins|beginning|opened)\\b"),
  MIDDLE(
      "\\b(?:mid|middle|midpoint|mid-point|mid-exposure|average|median|mean(?! (?:solar|sidereal|time)))\\b"),
  END("\\b(?:end|ends|ended|stop|close|closed|finish)\\b"),
  /** Nothing says which. */
  ANY("(?!)");

  private final Pattern word;

  Role(String word) {
    this.word = Pattern.compile(word);
  }

  /**
   * The role of a card: a start, or one of which the keyword says nothing, is what its comment says
   * where that names one instant only.
   */
  Role of(StatedCard card) {
    if (this == MIDDLE || this == END) {
      return this;
    }
    Role found = this;
    int named = 0;
    for (Role role : values()) {
      if (card.remarks(role.word)) {
        found = role;
        named++;
      }
    }
    return named == 1 ? found : this;
  }
}
