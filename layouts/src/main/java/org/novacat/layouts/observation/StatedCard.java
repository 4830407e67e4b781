package org.novacat.layouts.observation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A card as it stands in a file.
 *
 * @param keyword its keyword
 * @param value its value as text, without quotes and blanks around it
 * @param comment what stands behind the value; "" when nothing does
 */
public record StatedCard(String keyword, String value, String comment) {
  public StatedCard {
    requireNonNull(keyword, "keyword is null");
    requireNonNull(value, "value is null");
    requireNonNull(comment, "comment is null");
  }

  /** Whether the comment has what a pattern looks for, in small letters. */
  boolean remarks(Pattern pattern) {
    return !comment.isEmpty() && pattern.matcher(comment.toLowerCase(Locale.ROOT)).find();
  }

  /** {@code KEYWORD = value}, as notes name it. */
  @Override
  public String toString() {
    return keyword + " = " + (value.length() > 40 ? value.substring(0, 40) + "…" : value);
  }
}
