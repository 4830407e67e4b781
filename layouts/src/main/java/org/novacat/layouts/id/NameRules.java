package org.novacat.layouts.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import org.novacat.layouts.text.Excerpt;

/**
 * What every name obeys that people, files or servers give: of a nova, a product key, a file. Names
 * stand in keys, items and on terminals, so they have an end and hide nothing.
 */
public final class NameRules {
  /** The most characters (code points) of a name. */
  public static final int MOST_CHARACTERS = 200;

  /** The most bytes of UTF-8 of a file's name: no file system takes more. */
  public static final int MOST_FILE_BYTES = 255;

  private static final int SHOWN = 60;

  private NameRules() {}

  /** The rule that a name breaks, as the end of a sentence with a remedy; empty when none. */
  public static Optional<String> problem(String name) {
    int length = name.codePointCount(0, name.length());
    if (length > MOST_CHARACTERS) {
      return Optional.of(
          "it has %s characters, the most is %s (shorten it)".formatted(length, MOST_CHARACTERS));
    }
    return name.codePoints()
        .filter(NameRules::isHidden)
        .mapToObj(c -> String.format(Locale.ROOT, "it holds U+%04X, which hides (rename it)", c))
        .findFirst();
  }

  /** The same for the name of a file, which has an end in bytes too and may hide what it likes. */
  public static Optional<String> fileProblem(String name) {
    int length = name.codePointCount(0, name.length());
    int bytes = name.getBytes(UTF_8).length;
    return length > MOST_CHARACTERS || bytes > MOST_FILE_BYTES
        ? Optional.of(
            "its name has %s characters, %s bytes of UTF-8; the most is %s and %s (shorten it)"
                .formatted(length, bytes, MOST_CHARACTERS, MOST_FILE_BYTES))
        : Optional.empty();
  }

  /** The beginning of a name, for messages about its length. */
  public static String shown(String name) {
    return Excerpt.of(name, SHOWN);
  }

  /** Control characters, line breaks, and what turns the direction of text or has no width. */
  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
