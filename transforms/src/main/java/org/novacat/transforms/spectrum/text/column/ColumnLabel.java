package org.novacat.transforms.spectrum.text.column;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.ColumnWords;

/**
 * The header of a column taken apart.
 *
 * @param name what is left of it without unit and medium
 * @param unit unit in brackets or behind the name; "" when there is none
 * @param qualifiers what other brackets say: {@code air}, {@code vacuum}, {@code normalized}
 */
record ColumnLabel(String name, String unit, Set<String> qualifiers) {
  /** A label longer than this is prose, and is not taken apart. */
  private static final int LONGEST = 200;

  /** More brackets than this are not taken off one name. */
  private static final int MOST_BRACKETS = 4;

  private static final Pattern LOGARITHM = Pattern.compile("(?i)log10|log|lg|ln");
  private static final Pattern IN = Pattern.compile("(?i)(.*\\S)\\s+in\\s+(\\S.*)");
  private static final Pattern ENDING = Pattern.compile("(.*[^\\s_./,-])[\\s_./,-]+([^\\s_./,-]+)");
  private static final Pattern FLUX_UNIT = Pattern.compile("([\\p{L}_]+)[\\s,]+(\\S*/.*|.*\\^.*)");

  static ColumnLabel of(String label) {
    String rest = unquoted(label.strip());
    if (rest.length() > LONGEST) {
      return new ColumnLabel(rest, "", Set.of());
    }
    Set<String> qualifiers = new LinkedHashSet<>();
    String unit = "";
    for (int i = 0; i < MOST_BRACKETS; i++) {
      int open = open(rest);
      if (open < 0) {
        break;
      }
      String inside = rest.substring(open + 1, rest.length() - 1).strip();
      rest = rest.substring(0, open).strip();
      if (LOGARITHM.matcher(rest).matches()) {
        ColumnLabel of = of(inside);
        return new ColumnLabel(rest + " " + of.name, of.unit, of.qualifiers);
      }
      unit = qualify(inside, qualifiers) ? unit : inside;
    }
    return unit.isEmpty() ? bare(rest, qualifiers) : new ColumnLabel(rest, unit, qualifiers);
  }

  /** Whether a label is a unit and no name. */
  private static boolean isUnit(String label) {
    boolean product = label.indexOf('/') >= 0 || label.indexOf('^') >= 0;
    return LengthUnits.isEnding(label) || (product && LengthUnits.unit(label).isPresent());
  }

  /** Where the bracket opens that closes at the end; −1 when none does. */
  private static int open(String text) {
    int last = text.length() - 1;
    int kind = last < 0 ? -1 : ")]}".indexOf(text.charAt(last));
    if (kind < 0) {
      return -1;
    }
    int depth = 0;
    for (int i = last; i >= 0; i--) {
      depth += text.charAt(i) == ")]}".charAt(kind) ? 1 : 0;
      depth -= text.charAt(i) == "([{".charAt(kind) ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether what stands in brackets is a medium or the like and no unit. */
  private static boolean qualify(String inside, Set<String> qualifiers) {
    ColumnWords.Meaning meaning = ColumnWords.of(inside);
    boolean only = meaning.role() == null && !meaning.qualifiers().isEmpty();
    boolean qualifier = only && !LengthUnits.is(inside) && inside.length() > 2;
    if (qualifier) {
      qualifiers.addAll(meaning.qualifiers());
    }
    return qualifier;
  }

  /** A label without brackets, at whose end a unit may stand. */
  private static ColumnLabel bare(String label, Set<String> qualifiers) {
    if (isUnit(label)) {
      return new ColumnLabel("", label, qualifiers);
    }
    Matcher in = IN.matcher(label);
    if (in.matches() && LengthUnits.unit(in.group(2)).isPresent()) {
      return new ColumnLabel(in.group(1), in.group(2), qualifiers);
    }
    Matcher ending = ENDING.matcher(label);
    boolean length = ending.matches() && LengthUnits.isEnding(ending.group(2));
    return length && isWavelength(ending.group(1))
        ? new ColumnLabel(ending.group(1), ending.group(2), qualifiers)
        : flux(label, qualifiers);
  }

  private static ColumnLabel flux(String label, Set<String> qualifiers) {
    Matcher flux = FLUX_UNIT.matcher(label);
    boolean unit =
        flux.matches()
            && ColumnWords.of(flux.group(1)).role() == ColumnRole.FLUX
            && LengthUnits.unit(flux.group(2)).isPresent();
    return unit
        ? new ColumnLabel(flux.group(1), flux.group(2), qualifiers)
        : new ColumnLabel(label, "", qualifiers);
  }

  private static boolean isWavelength(String name) {
    ColumnRole role = ColumnWords.of(name).role();
    return role == ColumnRole.WAVELENGTH || role == ColumnRole.LOG_WAVELENGTH;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && "\"'".indexOf(text.charAt(0)) >= 0
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
