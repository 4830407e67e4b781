package org.novacat.transforms.spectrum.text.table;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.transforms.spectrum.text.fact.FactKeys;
import org.novacat.transforms.spectrum.text.fact.TextFact;

/**
 * A name and its value that a file says of itself: {@code # OBJECT = V339 Del}, {@code DATE-OBS:
 * 2013-08-14}, a card of FITS, a PARAM.
 *
 * @param line where it stands, from 1; 0 where a file has no lines
 * @param key as the file has it
 * @param value without quotes, and without the comment of a card
 */
public record Directive(int line, String key, String value) {
  /** Longer ones are prose. */
  private static final int LONGEST_KEY = 60;

  private static final int LONGEST = 2000;
  private static final int MOST_WORDS = 6;

  private static final Pattern KEY = Pattern.compile("\\p{L}[\\p{L}\\p{N} _./()\\[\\]%#-]*");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?|ftp|file|mailto");
  private static final Pattern SPACED = Pattern.compile("([A-Z][A-Z0-9_-]{1,15})\\s+(\\S.{0,60})");

  private static final Set<TextFact> SPACED_FACTS =
      Set.of(
          TextFact.OBJECT,
          TextFact.JD,
          TextFact.JD_START,
          TextFact.JD_MID,
          TextFact.HJD,
          TextFact.MJD,
          TextFact.MJD_START,
          TextFact.MJD_MID,
          TextFact.DATE,
          TextFact.DATE_START,
          TextFact.DATE_MID,
          TextFact.EXPOSURE);

  private static final Pattern CARD =
      Pattern.compile("([A-Z0-9_-]{1,8}) *= +('(?:[^']|'')*+'|[^/']*+)\\s*(?:/.*)?");

  /** What a text says as a name and a value; null when it does not. */
  public static @Nullable Directive of(int line, String said) {
    String text = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    Matcher card = CARD.matcher(text);
    if (card.matches()) {
      return new Directive(line, card.group(1), unquoted(card.group(2).strip()));
    }
    int at = divides(text);
    if (at <= 0) {
      return spaced(line, text);
    }
    String key = text.substring(0, at).strip();
    boolean isKey =
        key.length() <= LONGEST_KEY
            && KEY.matcher(key).matches()
            && !ADDRESS.matcher(key).matches()
            && key.split("\\s+").length <= MOST_WORDS;
    return isKey ? new Directive(line, key, unquoted(text.substring(at + 1).strip())) : null;
  }

  /** A name in capitals that is known, and behind a blank its value: {@code JD 2459294.3}. */
  private static @Nullable Directive spaced(int line, String text) {
    Matcher spaced = SPACED.matcher(text);
    FactKeys.Known known =
        spaced.matches() ? FactKeys.of(ColumnWords.plain(spaced.group(1))) : null;
    if (known == null || !SPACED_FACTS.contains(known.fact())) {
      return null;
    }
    char first = spaced.group(2).charAt(0);
    boolean value = known.fact() == TextFact.OBJECT || (first >= '0' && first <= '9');
    return value ? new Directive(line, spaced.group(1), spaced.group(2).strip()) : null;
  }

  private static int divides(String text) {
    int equals = text.indexOf('=');
    int colon = text.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && "'\"".indexOf(value.charAt(0)) >= 0
            && value.charAt(0) == value.charAt(value.length() - 1);
    String plain = quoted ? value.substring(1, value.length() - 1) : value;
    return plain.replace("''", "'").strip();
  }

  /** The key in small letters and figures only. */
  public String plain() {
    return ColumnWords.plain(key);
  }
}
