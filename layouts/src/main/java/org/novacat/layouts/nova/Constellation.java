package org.novacat.layouts.nova;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.layouts.text.Tsv;

/**
 * A constellation, as it stands behind the letters or the number of a variable star.
 *
 * @param abbreviation three letters, such as {@code CrB}
 * @param genitive such as {@code Coronae Borealis}
 * @param letters what its abbreviation is like among other letters
 */
public record Constellation(String abbreviation, String genitive, Letters letters) {
  /** What three letters are like, apart from the constellation that they stand for. */
  public enum Letters {
    /** A word, or what one is often shortened to: per, and, cen, oct. */
    WORD,
    /** The end of words: sco in disco. */
    ENDING,
    /** Hardly anything else: oph, sgr. */
    RARE
  }

  private static final List<Constellation> ALL =
      Tsv.resource(Constellation.class, "constellations.tsv").rows().stream()
          .map(
              row ->
                  new Constellation(
                      row.cell("abbreviation"),
                      row.cell("genitive"),
                      Letters.valueOf(row.cell("as").toUpperCase(Locale.ROOT))))
          .toList();

  private static final Map<String, Constellation> BY_ABBREVIATION =
      ALL.stream().collect(Collectors.toMap(one -> upper(one.abbreviation), Function.identity()));

  public Constellation {
    requireNonNull(abbreviation, "abbreviation is null");
    requireNonNull(genitive, "genitive is null");
    requireNonNull(letters, "letters is null");
  }

  /** All 88, in the order of their abbreviations. */
  public static List<Constellation> all() {
    return ALL;
  }

  /**
   * The constellation of an abbreviation in any case.
   *
   * @throws NullPointerException when there is none
   */
  public static Constellation of(String abbreviation) {
    return requireNonNull(BY_ABBREVIATION.get(upper(abbreviation)), abbreviation);
  }

  /** All abbreviations as one alternative of a pattern. */
  public static String pattern() {
    return ALL.stream().map(Constellation::abbreviation).collect(Collectors.joining("|"));
  }

  /** All genitives and abbreviations as one alternative of a pattern, its blanks of any width. */
  public static String longPattern(String blank) {
    return Stream.concat(
            ALL.stream()
                .map(Constellation::genitive)
                .sorted((one, two) -> two.length() - one.length())
                .map(name -> name.replace(" ", blank)),
            ALL.stream().map(Constellation::abbreviation))
        .collect(Collectors.joining("|"));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
