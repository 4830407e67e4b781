package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of fluxes, in any spelling, as the canonical table names them. */
public final class FluxUnits {
  /** Counts of a detector that say nothing without a zero point. */
  public static final String INSTRUMENTAL = "e-/s";

  /** Not a unit that a table may hold. */
  public static final String UNKNOWN = "";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Jy", "Jy"),
          Map.entry("mJy", "mJy"),
          Map.entry("uJy", "uJy"),
          Map.entry("Hz-1 cm-2 erg s-1", "erg/cm2/s/Hz"),
          Map.entry("A-1 cm-2 erg s-1", "erg/cm2/s/A"),
          Map.entry("cm-2 erg keV-1 s-1", "erg/cm2/s/keV"),
          Map.entry("cm-2 erg s-1", "erg/cm2/s"),
          Map.entry("cm-2 s-1", "ph/cm2/s"),
          Map.entry("cm-2 ph s-1", "ph/cm2/s"),
          Map.entry("ct s-1", "ct/s"),
          Map.entry("e s-1", INSTRUMENTAL));

  /** Spellings of each symbol, in small letters. */
  private static final Map<String, Set<String>> SYMBOLS =
      Map.of(
          "A", Set.of("angstrom", "aa", "a"),
          "erg", Set.of("ergs"),
          "s", Set.of("sec", "second"),
          "ph", Set.of("photon", "photons"),
          "ct", Set.of("count", "counts", "cts", "c"),
          "e", Set.of("e-", "electron"),
          "Hz", Set.of("hz"),
          "keV", Set.of("kev"),
          "Jy", Set.of("jy"),
          "uJy", Set.of("microjy", "ujy"));

  private static final Pattern TERM =
      Pattern.compile(
          "([/*.]?)\\s*(e-|[A-Za-z]+)\\s*(?:(?:\\^|\\*\\*)?\\s*[({]?\\s*([-+]?\\d{1,3})\\s*[)}]?)?");

  private FluxUnits() {}

  /** The canonical name; {@link #UNKNOWN} when there is none. */
  public static String canonical(String unit) {
    String text = unit.strip().replace('µ', 'u').replace('μ', 'u').replace("Å", "A");
    if (text.equals("mJy")) {
      return text;
    }
    if (text.equalsIgnoreCase("cps")) {
      return "ct/s";
    }
    Map<String, Integer> powers = new TreeMap<>();
    Matcher term = TERM.matcher(text);
    int at = 0;
    while (term.find() && text.substring(at, term.start()).isBlank()) {
      int power = term.group(3) == null ? 1 : Integer.parseInt(term.group(3));
      powers.merge(symbol(term.group(2)), "/".equals(term.group(1)) ? -power : power, Integer::sum);
      at = term.end();
    }
    return text.substring(at).isBlank() ? NAMES.getOrDefault(joined(powers), UNKNOWN) : UNKNOWN;
  }

  private static String symbol(String text) {
    String spelt = text.toLowerCase(Locale.ROOT);
    return SYMBOLS.entrySet().stream()
        .filter(symbol -> symbol.getValue().contains(spelt))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(text);
  }

  private static String joined(Map<String, Integer> powers) {
    StringBuilder out = new StringBuilder();
    powers.forEach(
        (symbol, power) -> {
          if (power != 0) {
            out.append(out.length() == 0 ? "" : " ").append(symbol).append(power == 1 ? "" : power);
          }
        });
    return out.toString();
  }
}
