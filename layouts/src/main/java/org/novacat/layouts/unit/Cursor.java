package org.novacat.layouts.unit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text; takes what matches there and moves on. */
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character, or NUL at the end. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  /** Takes what the pattern matches here; empty, and no move, when it does not. */
  Optional<String> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher.group());
  }

  /** Takes this character if it is next, spaces before it included. */
  boolean take(char wanted) {
    int start = at;
    skipSpaces();
    if (peek() == wanted) {
      at++;
      return true;
    }
    at = start;
    return false;
  }

  /** Skips spaces and says whether there were any. */
  boolean skipSpaces() {
    int start = at;
    while (!atEnd() && Character.isWhitespace(peek())) {
      at++;
    }
    return at > start;
  }

  /** What is left, for messages. */
  String rest() {
    return text.substring(at);
  }
}
