package org.novacat.layouts.unit;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.text.Tsv;

/**
 * The unit symbols of spectra: VOUnits 1.0 tables 1 to 6 and FITS 4.0 tables 3 to 5 as far as
 * spectra use them, and the names that real headers use besides (resource {@code units.tsv}).
 *
 * <p>Two departures, because no spectrum has amperes or siemens on an axis: {@code A} is Angstrom
 * and {@code S} is second (as in {@code ERG/CM2/S/A} of IUE and HST). Spellings with two meanings
 * are left out, so that they are unknown: {@code MJY}, {@code MHZ}, {@code MM} in capitals (milli
 * or mega), {@code a} (year or Angstrom).
 */
final class Symbols {
  private static final Map<String, Symbol> EXACT = new HashMap<>();
  private static final Map<String, Symbol> PREFIXABLE = new HashMap<>();

  /** Names looked up without regard to case when the exact spelling is not a symbol. */
  private static final Map<String, String> ALIASES = new HashMap<>();

  private static final Map<String, Integer> PREFIXES =
      Map.ofEntries(
          Map.entry("f", -15),
          Map.entry("p", -12),
          Map.entry("n", -9),
          Map.entry("u", -6),
          Map.entry("\u00b5", -6),
          Map.entry("\u03bc", -6),
          Map.entry("m", -3),
          Map.entry("c", -2),
          Map.entry("d", -1),
          Map.entry("h", 2),
          Map.entry("k", 3),
          Map.entry("M", 6),
          Map.entry("G", 9),
          Map.entry("T", 12));

  /** Prefixes in full and their signs. */
  private static final Map<String, String> SPELLED_OUT =
      Map.of(
          "pico", "p",
          "nano", "n",
          "micro", "u",
          "milli", "m",
          "centi", "c",
          "kilo", "k",
          "mega", "M",
          "giga", "G",
          "tera", "T");

  static {
    Tsv.resource(Symbols.class, "units.tsv").rows().forEach(Symbols::add);
  }

  private Symbols() {}

  /** The symbol that a name stands for, exact spelling first; empty when there is none. */
  static Optional<Symbol> find(String name) {
    Symbol exact = EXACT.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    Optional<Symbol> prefixed = prefixed(name);
    if (prefixed.isPresent()) {
      return prefixed;
    }
    Optional<Symbol> alias = alias(name);
    return alias.isPresent() ? alias : spelledOut(name);
  }

  /** {@code microJy}, {@code millijansky}: a prefix in full before a symbol that takes one. */
  private static Optional<Symbol> spelledOut(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SPELLED_OUT.entrySet().stream()
        .filter(prefix -> lower.startsWith(prefix.getKey()))
        .findFirst()
        .flatMap(prefix -> withPrefix(prefix.getValue(), name.substring(prefix.getKey().length())));
  }

  private static Optional<Symbol> withPrefix(String prefix, String name) {
    Symbol exact = PREFIXABLE.get(name);
    Symbol symbol =
        exact != null ? exact : alias(name).map(a -> PREFIXABLE.get(a.text())).orElse(null);
    return Optional.ofNullable(symbol)
        .map(one -> one.prefixed(prefix, requireNonNull(PREFIXES.get(prefix))));
  }

  private static Optional<Symbol> prefixed(String name) {
    if (name.length() < 2) {
      return Optional.empty();
    }
    Integer exponent = PREFIXES.get(name.substring(0, 1));
    Symbol symbol = PREFIXABLE.get(name.substring(1));
    if (exponent == null || symbol == null) {
      return Optional.empty();
    }
    String prefix = exponent == -6 ? "u" : name.substring(0, 1);
    return Optional.of(symbol.prefixed(prefix, exponent));
  }

  private static Optional<Symbol> alias(String name) {
    String target = oneCase(name) ? ALIASES.get(name.toLowerCase(Locale.ROOT)) : null;
    return target == null ? Optional.empty() : find(target);
  }

  /** All capitals, all small, or a capitalised word: {@code Nm} is none of them. */
  private static boolean oneCase(String name) {
    String tail = name.length() > 2 ? name.substring(1) : name;
    return name.equals(name.toUpperCase(Locale.ROOT)) || tail.equals(tail.toLowerCase(Locale.ROOT));
  }

  private static void add(Tsv.Row row) {
    String text = row.cell("symbol");
    row.words("names").forEach(name -> ALIASES.put(name, text));
    if (!row.cell("mantissa").isEmpty()) {
      Symbol symbol = new Symbol(text, scale(row), dimension(row));
      EXACT.put(text, symbol);
      row.words("spellings").forEach(spelling -> EXACT.put(spelling, symbol));
      if (row.cell("prefixes").equals("si")) {
        PREFIXABLE.put(text, symbol);
      }
    }
  }

  private static Scale scale(Tsv.Row row) {
    return new Scale(Double.parseDouble(row.cell("mantissa")), Integer.parseInt(row.cell("power")));
  }

  /** {@code MASS LENGTH2 TIME-2}. */
  private static Dimension dimension(Tsv.Row row) {
    Map<Base, Double> powers = new EnumMap<>(Base.class);
    for (String word : row.words("dimension")) {
      String power = word.replaceFirst("[A-Z_]+", "");
      Base base = Base.valueOf(word.substring(0, word.length() - power.length()));
      powers.put(base, power.isEmpty() ? 1 : Double.parseDouble(power));
    }
    return new Dimension(powers);
  }
}
