package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of fluxes, in any spelling, as the canonical table names them. */
public final class FluxUnits {
  /** Counts of a detector that say nothing without a zero point. */
  public static final String INSTRUMENTAL = "e-/s";

  /** Not a unit that a table may hold. */
  public static final String UNKNOWN = "";

  /**
   * A unit as a table names it.
   *
   * @param name canonical name; {@link #UNKNOWN} when no table may hold it, nor a multiple of it
   * @param factor how many of the canonical unit one of it is
   */
  public record Unit(String name, double factor) {
    public boolean isKnown() {
      return !name.isEmpty();
    }
  }

  /** The flux density of a maggy, that of magnitude 0 in the AB system, Jy (Oke and Gunn 1983). */
  public static final double AB_ZERO_JY = 3631;

  private static final Map<String, Unit> NAMES =
      Map.ofEntries(
          unit("Jy", "Jy", 1),
          unit("kJy", "Jy", 1e3),
          unit("mJy", "mJy", 1),
          unit("uJy", "uJy", 1),
          unit("nJy", "uJy", 1e-3),
          unit("mgy", "Jy", AB_ZERO_JY),
          unit("nmgy", "uJy", AB_ZERO_JY * 1e-3),
          unit("Hz-1 cm-2 erg s-1", "erg/cm2/s/Hz", 1),
          unit("A-1 cm-2 erg s-1", "erg/cm2/s/A", 1),
          unit("cm-2 erg nm-1 s-1", "erg/cm2/s/A", 0.1),
          unit("cm-2 erg s-1 um-1", "erg/cm2/s/A", 1e-4),
          unit("cm-2 erg keV-1 s-1", "erg/cm2/s/keV", 1),
          unit("cm-2 erg s-1", "erg/cm2/s", 1),
          // A watt is 1e7 erg/s, and a square metre 1e4 cm2.
          unit("W m-2", "erg/cm2/s", 1e3),
          unit("m-2 mW", "erg/cm2/s", 1),
          unit("Hz-1 W m-2", "erg/cm2/s/Hz", 1e3),
          unit("W m-2 um-1", "erg/cm2/s/A", 0.1),
          unit("W m-2 nm-1", "erg/cm2/s/A", 100),
          unit("A-1 W m-2", "erg/cm2/s/A", 1e3),
          unit("cm-2 s-1", "ph/cm2/s", 1),
          unit("cm-2 ph s-1", "ph/cm2/s", 1),
          unit("m-2 ph s-1", "ph/cm2/s", 1e-4),
          unit("ct s-1", "ct/s", 1),
          unit("ct ks-1", "ct/s", 1e-3),
          unit("e s-1", INSTRUMENTAL, 1),
          unit("e", INSTRUMENTAL, 1),
          unit("ct", INSTRUMENTAL, 1),
          unit("DN", INSTRUMENTAL, 1),
          unit("DN s-1", INSTRUMENTAL, 1));

  /** Spellings of each symbol, in small letters. */
  private static final Map<String, Set<String>> SYMBOLS =
      Map.ofEntries(
          Map.entry("A", Set.of("angstrom", "angstroms", "aa", "a")),
          Map.entry("erg", Set.of("ergs")),
          Map.entry("s", Set.of("sec", "second", "seconds")),
          Map.entry("ph", Set.of("photon", "photons")),
          Map.entry("ct", Set.of("count", "counts", "cts", "c")),
          Map.entry("e", Set.of("e-", "electron", "electrons")),
          Map.entry("DN", Set.of("dn", "adu", "adus")),
          Map.entry("Hz", Set.of("hz")),
          Map.entry("keV", Set.of("kev")),
          Map.entry("um", Set.of("micron", "microns")),
          Map.entry("Jy", Set.of("jy", "jansky", "janskys")),
          Map.entry("mJy", Set.of("millijy", "millijansky")),
          Map.entry("uJy", Set.of("microjy", "microjansky", "ujy")),
          Map.entry("nJy", Set.of("nanojy", "nanojansky", "njy")),
          Map.entry("mgy", Set.of("maggy", "maggies")),
          Map.entry("nmgy", Set.of("nanomaggy", "nanomaggies", "nmaggy", "nmaggies")));

  private static final Pattern TERM =
      Pattern.compile(
          "([/*.]?)\\s*(e-|[A-Za-z]+)\\s*(?:(?:\\^|\\*\\*)?\\s*[({]?\\s*([-+]?\\d{1,3})\\s*[)}]?)?");

  /** {@code 1e-12}, {@code 10^-12}, {@code 10-15}: so many of what follows. */
  private static final Pattern SCALE =
      Pattern.compile(
          "(?:x|×)?\\s*(?:(\\d+(?:\\.\\d*)?)[eE]|10\\s*(?:\\^|\\*\\*|(?=[-+])))\\s*[({]?\\s*([-+]?\\d{1,3})\\s*[)}]?[\\s*.]*(?=[A-Za-z])(.*)");

  /** {@code erg/(s cm2)}. */
  private static final Pattern BELOW = Pattern.compile("/\\s*\\(([A-Za-z0-9. ^*-]+)\\)");

  private FluxUnits() {}

  private static Map.Entry<String, Unit> unit(String powers, String name, double factor) {
    return Map.entry(powers, new Unit(name, factor));
  }

  /** The canonical name; {@link #UNKNOWN} when there is none. */
  public static String canonical(String unit) {
    return of(unit).name();
  }

  /** The unit that a text means; of the name {@link #UNKNOWN} when it means none. */
  public static Unit of(String unit) {
    String text =
        unit.strip().replace('µ', 'u').replace('μ', 'u').replace("Å", "A").replace("'", "");
    Matcher scale = SCALE.matcher(text);
    if (!scale.matches()) {
      return unscaled(text);
    }
    Unit rest = unscaled(scale.group(3));
    double digits = scale.group(1) == null ? 1 : Double.parseDouble(scale.group(1));
    return new Unit(
        rest.name(), digits * rest.factor() * Math.pow(10, Integer.parseInt(scale.group(2))));
  }

  private static Unit unscaled(String text) {
    if (text.equalsIgnoreCase("cps")) {
      return new Unit("ct/s", 1);
    }
    String line = BELOW.matcher(text).replaceAll(FluxUnits::divided);
    Map<String, Integer> powers = new TreeMap<>();
    Matcher term = TERM.matcher(line);
    int at = 0;
    while (term.find() && line.substring(at, term.start()).isBlank()) {
      int power = term.group(3) == null ? 1 : Integer.parseInt(term.group(3));
      powers.merge(symbol(term.group(2)), "/".equals(term.group(1)) ? -power : power, Integer::sum);
      at = term.end();
    }
    Unit known = NAMES.get(joined(powers));
    return known != null && line.substring(at).isBlank() ? known : new Unit(UNKNOWN, 1);
  }

  private static String divided(MatchResult group) {
    return "/" + group.group(1).strip().replaceAll("(?<!\\*)[ .*]+(?!\\*)", "/");
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
