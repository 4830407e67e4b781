package org.novacat.persistence.nova;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.id.NameRules;

/**
 * The form in which names of novae are compared: upper case, single blanks, no {@code V*} in front
 * (SIMBAD's mark of a variable), variable star numbers without leading zeros and without a blank
 * after the V, constellations by their abbreviation. {@code v*_v0476 cyg}, {@code V476 Cygni} and
 * {@code V476 Cyg} are the same name.
 */
public final class NovaNames {
  private static final Pattern MARK = Pattern.compile("^V\\* ?");
  private static final Pattern NUMBERED = Pattern.compile("^V ?0*([1-9][0-9]*) (.+)$");
  private static final Pattern BLANKS = Pattern.compile("[\\s_\\u00a0]+");

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

  private static String normalOrNot(String name) {
    String upper = tidy(name).toUpperCase(Locale.ROOT);
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
