package org.novacat.transforms.photometry.read.column;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a remark, or the cell of a column that is named after other things, says of limits: a remark
 * that begins with a word of limits and stops makes one ({@code upper limit, clouds}); one that has
 * such words among others may mean anything ({@code below limit of chart}).
 */
public final class LimitProse {
  /** Telescopes and words of other sentences: they count only where a column speaks of limits. */
  private static final Set<String> OTHERS = Set.of("lt", "gt", "ll", "upper", "brighter");

  /** Observers are called so too. */
  private static final Set<String> INITIALS = Set.of("ul", "lim");

  private static final Set<String> WORDS = words();

  private static final Pattern LEVEL =
      Pattern.compile("(?i)^\\d(?:\\.\\d)?[ _-]*(?:sigma|sig|σ)[ _-]*");

  private static final Pattern REST = Pattern.compile("\\s*[,;(].*");

  private LimitProse() {}

  private static Set<String> words() {
    Set<String> words = new HashSet<>(FlagMeaning.words(FlagMeaning.LIMIT));
    words.addAll(FlagMeaning.words(FlagMeaning.LOWER_LIMIT));
    words.removeAll(OTHERS);
    return words;
  }

  /** Not detected, or not determined, or initials. */
  private static final Pattern ND = Pattern.compile("(?i)n\\.?d\\.?");

  /** A limit; HINT where it may be one; UNKNOWN where nothing is said of limits. */
  public static FlagMeaning read(String text) {
    if (!speaks(text)) {
      return ND.matcher(text).matches() ? FlagMeaning.HINT : FlagMeaning.UNKNOWN;
    }
    String head = REST.matcher(LEVEL.matcher(text).replaceFirst("")).replaceFirst("");
    FlagMeaning said = FlagMeaning.of(head);
    boolean bare = head.length() == text.length() && INITIALS.contains(FlagMeaning.plain(head));
    return said.isLimit() && !bare ? said : FlagMeaning.HINT;
  }

  /** Whether a cell is a word of limits that is nothing else anywhere. */
  public static boolean isPlain(String cell) {
    String plain = FlagMeaning.plain(cell);
    return FlagMeaning.of(cell).isLimit() && !INITIALS.contains(plain) && !OTHERS.contains(plain);
  }

  /** Whether a word of limits, or a sign before a number or alone, stands in a text. */
  private static boolean speaks(String text) {
    StringBuilder word = new StringBuilder();
    String before = "";
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isSign(c) && isBeforeNumber(text, i + 1)) {
        return true;
      }
      if (isPart(text, i, c)) {
        word.append(Character.toLowerCase(c));
      } else if (c != '-' && c != '_' && !word.isEmpty()) {
        String plain = FlagMeaning.folded(word.toString());
        if (WORDS.contains(plain) || WORDS.contains(before + plain)) {
          return true;
        }
        before = plain;
        word.setLength(0);
      }
    }
    return false;
  }

  private static boolean isSign(char c) {
    return c == '<' || c == '>' || c == '≤' || c == '≥';
  }

  private static boolean isBeforeNumber(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '=')) {
      at++;
    }
    return at == text.length() ? text.length() <= 2 : Character.isDigit(text.charAt(at));
  }

  /** Points and strokes within words are those of names of files. */
  private static boolean isPart(String text, int at, char c) {
    boolean within = (c == '.' || c == '/') && at + 1 < text.length();
    return Character.isLetterOrDigit(c)
        || (within && Character.isLetterOrDigit(text.charAt(at + 1)));
  }
}
