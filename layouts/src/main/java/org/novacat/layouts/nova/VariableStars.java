package org.novacat.layouts.nova;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Designations of variable stars: letters from R to Z, pairs of letters without J of which the
 * second is not before the first, then V335 and on (General Catalogue of Variable Stars); and Q,
 * which Nova Cygni 1876 has.
 */
public final class VariableStars {
  /** The last pair of letters, QZ, is the 334th. */
  private static final int FIRST_NUMBER = 335;

  private static final Pattern LETTERS = Pattern.compile("[Q-Z]|[A-IK-Z]{2}");

  private static final Pattern NUMBER = Pattern.compile("V0*(\\d{3,4})");

  private static final Pattern JOINED =
      Pattern.compile("(?i)(V0*\\d{3,4}|[A-Z]{1,2})-?(" + Constellation.pattern() + ")");

  private VariableStars() {}

  /** Whether a star can have these letters, or this V and number; in upper case. */
  public static boolean isDesignation(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return Integer.parseInt(number.group(1)) >= FIRST_NUMBER;
    }
    boolean pair = text.length() == 2;
    return LETTERS.matcher(text).matches() && (!pair || text.charAt(1) >= text.charAt(0));
  }

  /**
   * A name whose blank was left out, with it: {@code V1405Cas}, {@code RSOph}. Other names are as
   * they were, words that could be one too: {@code other} is none of Hercules, {@code OTHer} is.
   */
  public static String parted(String name) {
    Matcher joined = JOINED.matcher(name);
    if (!joined.matches() || !isDesignation(joined.group(1).toUpperCase(Locale.ROOT))) {
      return name;
    }
    Constellation constellation = Constellation.of(joined.group(2));
    boolean sure =
        Character.isDigit(joined.group(1).charAt(joined.group(1).length() - 1))
            || constellation.letters() != Constellation.Letters.WORD
            || joined.group(2).equals(constellation.abbreviation());
    return sure ? joined.group(1) + " " + joined.group(2) : name;
  }
}
