package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the name of a column has besides the name of a column of values, such as {@code l} of {@code
 * l_Bmag} beside {@code Bmag}, and {@code err} of {@code g_err} beside {@code g_mag}. Case matters
 * in names, as it does in bands.
 *
 * @param word letters and figures, without those that say that a magnitude or flux is meant
 * @param before whether it stands before the name of the values
 * @param apart false where one small letter that may be a band is part of a word, as u of ulim is
 */
record NameRest(String word, boolean before, boolean apart) {
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)^(?:mag|magnitude|flux|fluxdensity)|(?:mag|magnitude|flux|fluxdensity)$");

  /** All that can be left of a name; nothing when the name of the values is not in it. */
  static List<NameRest> of(String name, String values) {
    String full = letters(values);
    String stem = QUANTITY.matcher(full).replaceFirst("");
    List<NameRest> all = new ArrayList<>();
    for (String part : stem.isEmpty() || stem.equals(full) ? List.of(full) : List.of(full, stem)) {
      rests(name, part, all);
    }
    return all;
  }

  private static void rests(String name, String part, List<NameRest> to) {
    String all = letters(name);
    if (part.isEmpty() || all.length() <= part.length()) {
      return;
    }
    if (all.endsWith(part)) {
      String rest = bare(all.substring(0, all.length() - part.length()));
      to.add(new NameRest(rest, true, isApart(name, part, name.length() - part.length() - 1)));
    }
    if (all.startsWith(part)) {
      String rest = bare(all.substring(part.length()));
      to.add(new NameRest(rest, false, isApart(name, part, part.length())));
    }
  }

  private static boolean isApart(String name, String part, int next) {
    boolean small = part.length() == 1 && Character.isLowerCase(part.charAt(0));
    boolean inside = next >= 0 && next < name.length() && Character.isLetter(name.charAt(next));
    return !(small && inside);
  }

  private static String bare(String rest) {
    String bare = QUANTITY.matcher(rest).replaceFirst("");
    return bare.isEmpty() ? rest : bare;
  }

  static String letters(String name) {
    StringBuilder out = new StringBuilder();
    name.chars().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString();
  }
}
