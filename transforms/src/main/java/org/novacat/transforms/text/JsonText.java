package org.novacat.transforms.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, booleans, nulls and {@link Literal numbers as
 * they are written}. Of names given twice the last counts.
 */
public final class JsonText {
  /** Nesting beyond this is an attack or a mistake. */
  private static final int DEEPEST = 200;

  /** What a value takes besides its characters, in bytes: itself and its place in a container. */
  private static final int VALUE = 80;

  private final String text;
  private final LongConsumer held;
  private int at;
  private int depth;

  private JsonText(String text, LongConsumer held) {
    this.text = text;
    this.held = held;
  }

  /** A number with the digits that the file has. */
  public record Literal(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The value that a text is.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static @Nullable Object parse(String text) {
    return parse(text, bytes -> {});
  }

  /**
   * The value that a text is.
   *
   * @param held is told of each value how many bytes it takes, and may throw
   * @throws IllegalArgumentException when it is no JSON
   */
  public static @Nullable Object parse(String text, LongConsumer held) {
    JsonText reader = new JsonText(text, held);
    Object value = reader.value();
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.broken("text behind the end");
    }
    return value;
  }

  private @Nullable Object value() {
    blanks();
    held.accept(VALUE);
    char c = peek();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      case 'N' -> word("NaN", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    enter();
    while (!closes('}', members.isEmpty())) {
      blanks();
      String name = string();
      held.accept(VALUE);
      blanks();
      expect(':');
      members.put(name, value());
    }
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> items = new ArrayList<>();
    enter();
    while (!closes(']', items.isEmpty())) {
      items.add(value());
    }
    return items;
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw broken("more than " + DEEPEST + " levels");
    }
  }

  /** Whether the container ends here; else steps over the comma between two members. */
  private boolean closes(char close, boolean first) {
    blanks();
    if (peek() == close) {
      at++;
      depth--;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    held.accept(out.length());
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      case '"', '\\', '/' -> c;
      default -> throw broken("escape \\" + c);
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw broken("the text ends");
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(text.charAt(at++), 16);
      if (digit < 0) {
        throw broken("escape \\u");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw broken("no value");
    }
    at += word.length();
    return value;
  }

  private Literal number() {
    int from = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(from, at);
    if (Double.isNaN(Numbers.parse(digits))) {
      throw broken("no value");
    }
    return new Literal(digits);
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("the text ends");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw broken("'" + text.charAt(at) + "' where '" + c + "' belongs");
    }
    at++;
  }

  private IllegalArgumentException broken(String what) {
    int line =
        1
            + (int)
                text.substring(0, Math.min(at, text.length()))
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
    return new IllegalArgumentException(
        "Cannot read JSON: %s in line %s (check the text)".formatted(what, line));
  }
}
