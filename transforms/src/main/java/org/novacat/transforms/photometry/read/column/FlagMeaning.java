package org.novacat.transforms.photometry.read.column;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Tsv;

/** What the cell of a flag says of the value beside it (resource {@code flag-values.tsv}). */
public enum FlagMeaning {
  /** The value is an upper limit of brightness. */
  LIMIT,
  /** The value is a lower limit of brightness. */
  LOWER_LIMIT,
  /** The value was measured. */
  DETECTION,
  /** The observer doubts the value. */
  DOUBT,
  /** The value is what the column is named after. */
  YES,
  /** The value is not what the column is named after. */
  NO,
  /** The cell says nothing. */
  EMPTY,
  /** The cell has words of limits among others ({@link LimitProse}; never one of a flag). */
  HINT,
  /** The cell says something that nobody knows. */
  UNKNOWN;

  /** Characters of the longest word, with signs and blanks in between. */
  private static final int LONGEST = 40;

  private static final Map<String, FlagMeaning> WORDS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(FlagMeaning.class, "flag-values.tsv").rows()) {
      FlagMeaning meaning = valueOf(row.cell("meaning"));
      row.words("words").forEach(word -> WORDS.put(word, meaning));
    }
  }

  /** What a cell says, whatever its case; numbers that are 0 or 1 count as such, as 1.0 does. */
  public static FlagMeaning of(String cell) {
    if (cell.isEmpty()) {
      return EMPTY;
    }
    if (cell.length() > LONGEST) {
      return UNKNOWN;
    }
    FlagMeaning known = WORDS.get(cell.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    String plain = plain(cell);
    if (plain.length() < cell.replaceAll("[\\s\\p{Pd}_./]", "").length()) {
      return UNKNOWN;
    }
    return ValueCell.isNull(cell)
        ? EMPTY
        : WORDS.getOrDefault(plain.matches("[01]0*") ? number(cell) : plain, UNKNOWN);
  }

  private static String number(String cell) {
    return cell.matches("[+]?1(?:[.,]0*)?") ? "1" : cell.matches("[+]?0(?:[.,]0*)?") ? "0" : cell;
  }

  /** The words and signs that mean one thing. */
  static Set<String> words(FlagMeaning meaning) {
    return WORDS.entrySet().stream()
        .filter(word -> word.getValue() == meaning)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** A small word without accents; most have none. */
  static String folded(String word) {
    return word.chars().allMatch(c -> c < 128) ? word : plain(word);
  }

  /** Small letters and figures without accents. */
  static String plain(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return UploadColumn.plain(ascii ? text : unaccented(text));
  }

  private static String unaccented(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** Whether a cell says yes or no and no more. */
  public boolean isYesOrNo() {
    return this == YES || this == NO;
  }

  /** Whether a cell speaks of limits without the name of its column. */
  public boolean isLimit() {
    return this == LIMIT || this == LOWER_LIMIT;
  }
}
