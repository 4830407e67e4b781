package org.novacat.layouts.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;

/**
 * What every object key obeys, whatever its layout.
 *
 * <p>Sources: Amazon S3 User Guide, "Naming Amazon S3 objects" (1024 bytes of UTF-8; the characters
 * to avoid; period-only segments, which tools resolve away); and local folders, which are stores
 * too, so an empty segment has no place.
 */
final class KeyRules {
  static final int MAX_BYTES = 1024;

  /** The S3 User Guide's "characters to avoid", but for those outside ASCII. */
  private static final String AVOIDED = "\\{}^%`[]\"~<>#|";

  private static final int SHOWN = 120;

  private KeyRules() {}

  /** The first rule that {@code text} breaks as a key of one or more segments. */
  static Optional<String> problem(String text) {
    int bytes = text.getBytes(UTF_8).length;
    if (bytes == 0) {
      return Optional.of("it is empty (a key has 1 to 1024 bytes)");
    }
    if (bytes > MAX_BYTES) {
      return Optional.of("it has %s bytes of UTF-8 (a key has 1 to 1024)".formatted(bytes));
    }
    if (text.startsWith("/") || text.endsWith("/")) {
      return Optional.of("it begins or ends with '/' (leave the slash out)");
    }
    String[] segments = text.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      Optional<String> problem = segmentProblem(segments[i]);
      if (problem.isPresent()) {
        return Optional.of(
            "segment %s, %s, %s".formatted(i + 1, quote(segments[i]), problem.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> segmentProblem(String segment) {
    if (segment.isEmpty()) {
      return Optional.of("is empty (leave out the doubled slash)");
    }
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of("is a step between folders (write the path without it)");
    }
    return segment
        .codePoints()
        .filter(KeyRules::forbidden)
        .mapToObj(c -> "holds %s, which no key may hold (rename it)".formatted(name(c)))
        .findFirst();
  }

  private static boolean forbidden(int codePoint) {
    return AVOIDED.indexOf(codePoint) >= 0 || invisible(codePoint);
  }

  /** Control characters, line breaks of Unicode, and halves of surrogate pairs. */
  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String name(int codePoint) {
    String code = String.format(Locale.ROOT, "U+%04X", codePoint);
    return invisible(codePoint) ? code : "'" + Character.toString(codePoint) + "' (" + code + ")";
  }

  /** {@code text} for a message: in quotes, shortened, with what cannot be seen written out. */
  static String quote(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints().limit(SHOWN).forEach(c -> appendVisibly(shown, c));
    if (text.codePointCount(0, text.length()) > SHOWN) {
      shown.append("…");
    }
    return shown.append("'").toString();
  }

  private static void appendVisibly(StringBuilder shown, int codePoint) {
    if (invisible(codePoint)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }
}
