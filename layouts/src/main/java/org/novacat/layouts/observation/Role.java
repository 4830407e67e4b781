package org.novacat.layouts.observation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Memo;

/** Which instant of an exposure a card means. */
enum Role {
  START("\\b(?:start|starts|started|begin|begins|beginning|opened)\\b"),
  MIDDLE(
      "\\b(?:mid|middle|midpoint|mid-point|mid-exposure|average|median|mean(?! (?:solar|sidereal|time)))\\b"),
  END("\\b(?:end|ends|ended|stop|close|closed|finish)\\b"),
  /** Nothing says which. */
  ANY("(?!)");

  /** Of comments that were read before: all files of a telescope have the same. */
  private static final Memo<Role> NAMED = new Memo<>(Role::named);

  private final Pattern word;

  Role(String word) {
    this.word = Pattern.compile(word);
  }

  /**
   * The role of a card: a start, or one of which the keyword says nothing, is what its comment says
   * where that names one instant only.
   */
  Role of(StatedCard card) {
    if (this == MIDDLE || this == END || card.comment().isEmpty()) {
      return this;
    }
    Role named = NAMED.of(card.comment());
    return named == null ? this : named;
  }

  /** The one role that a comment names; null when it names none, or several. */
  private static @Nullable Role named(String comment) {
    String small = comment.toLowerCase(Locale.ROOT);
    List<Role> named = Stream.of(values()).filter(role -> role.word.matcher(small).find()).toList();
    return named.size() == 1 ? named.get(0) : null;
  }
}
