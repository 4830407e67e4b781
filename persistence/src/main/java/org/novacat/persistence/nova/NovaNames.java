package org.novacat.persistence.nova;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.nova.Constellation;
import org.novacat.layouts.nova.VariableStars;

/**
 * The form in which names of novae are compared: upper case, single blanks, no {@code V*} in front
 * (SIMBAD's mark of a variable), variable star numbers without leading zeros and without a blank
 * after the V, constellations by their abbreviation and apart from what stands before them, plain
 * hyphens for all dashes, {@code No. 2} for all ways to number the novae of a year. {@code v*_v0476
 * cyg}, {@code V476 Cygni}, {@code V476Cyg} and {@code V476 Cyg} are the same name.
 */
public final class NovaNames {
  private static final Pattern MARK = Pattern.compile("^V\\* ?");
  private static final Pattern NUMBERED = Pattern.compile("^V ?0*([1-9][0-9]*) (.+)$");
  private static final Pattern BLANKS = Pattern.compile("[\\s_\\u00a0]+");

  /** Hyphens, dashes and the minus sign, which people and programs write for one another. */
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58]");

  private static final Pattern YEAR =
      Pattern.compile(
          "^NOVA[ -]?(LMC|SMC|%s)[ -]?([12]\\d{3}[A-Z]?)(?![A-Z0-9])(.*)$"
              .formatted(Constellation.pattern().toUpperCase(Locale.ROOT)));

  /** The number of a nova among those of a constellation and year. */
  private static final Pattern NUMBER =
      Pattern.compile("^[ ,-]*(?:N[OR]?[. ]*|#) ?0*([1-9]\\d?)(?![A-Z0-9])");

  private static final Pattern TRANSIENT = Pattern.compile("^(AT|SN) ?([12]\\d{3}[A-Z]+)$");

  private NovaNames() {}

  /**
   * The form to compare.
   *
   * @throws IllegalArgumentException when nothing is left of the name, it holds {@code #}, is too
   *     long, or hides characters
   */
  public static String normalize(String name) {
    problem(name)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "Cannot use nova name '%s': %s".formatted(NameRules.shown(name), problem));
            });
    String normal = normalOrNot(name);
    if (!isNormal(normal)) {
      throw new IllegalArgumentException(
          "Cannot use nova name '%s': nothing is left of it, or it holds '#' (for example 'V1500 Cyg')"
              .formatted(name));
    }
    return normal;
  }

  /** Whether anything can have this name. */
  public static boolean isName(String text) {
    return problem(text).isEmpty() && isNormal(normalOrNot(text));
  }

  /** A rule for all names that this one breaks. Blanks of any kind are tidied first. */
  private static Optional<String> problem(String name) {
    return NameRules.problem(tidy(name));
  }

  private static boolean isNormal(String normal) {
    return !normal.isEmpty() && !normal.equals("*") && !normal.contains("#");
  }

  /**
   * The normal forms that a name has and had, the present one first: items of names that were given
   * before dashes, numbers and left out blanks counted alike have the earlier one.
   */
  public static List<String> forms(String name) {
    return Stream.of(normalize(name), earlier(tidy(name))).distinct().toList();
  }

  private static String normalOrNot(String name) {
    String plain = DASHES.matcher(tidy(name)).replaceAll("-");
    String bare = plain.replaceFirst("^[Vv]\\* ?", "");
    String normal = earlier(VariableStars.parted(bare));
    Matcher year = YEAR.matcher(normal);
    if (year.matches()) {
      return "NOVA %s %s%s"
          .formatted(
              year.group(1), year.group(2), NUMBER.matcher(year.group(3)).replaceFirst(" NO. $1"));
    }
    return TRANSIENT.matcher(normal).replaceFirst("$1 $2");
  }

  private static String earlier(String tidy) {
    String upper = tidy.toUpperCase(Locale.ROOT);
    String bare = MARK.matcher(upper).replaceFirst("");
    Matcher numbered = NUMBERED.matcher(bare);
    return Constellations.abbreviate(
        numbered.matches() ? "V" + numbered.group(1) + " " + numbered.group(2) : bare);
  }

  /** The name as shown: Unicode NFKC, blanks tidied. */
  public static String tidy(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return BLANKS.matcher(composed).replaceAll(" ").strip();
  }
}
