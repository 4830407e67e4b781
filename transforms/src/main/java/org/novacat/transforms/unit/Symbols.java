package org.novacat.transforms.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The unit symbols of spectra: VOUnits 1.0 tables 1 to 6 and FITS 4.0 tables 3 to 5 as far as
 * spectra use them, and the names that real headers use besides.
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

  static {
    mechanics();
    light();
    angles();
    counted();
    aliases();
  }

  private Symbols() {}

  /** The symbol that a name stands for, exact spelling first; empty when there is none. */
  static Optional<Symbol> find(String name) {
    Symbol exact = EXACT.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    Optional<Symbol> prefixed = prefixed(name);
    return prefixed.isPresent() ? prefixed : alias(name);
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

  private static void mechanics() {
    prefixable("m", Scale.ONE, Dimension.of(Base.LENGTH));
    prefixable("g", Scale.tenTo(-3), Dimension.of(Base.MASS));
    prefixable("s", Scale.ONE, Dimension.of(Base.TIME));
    prefixable("K", Scale.ONE, Dimension.of(Base.TEMPERATURE));
    prefixable("Hz", Scale.ONE, Dimension.NONE.times(Base.TIME, -1));
    // IAU 2012 B2 and 2015 B2.
    exact("AU", new Scale(1.495978707, 11), Dimension.of(Base.LENGTH));
    prefixable("pc", new Scale(3.085677581491367, 16), Dimension.of(Base.LENGTH));
    exact("Angstrom", Scale.tenTo(-10), Dimension.of(Base.LENGTH));
    exact("min", new Scale(6, 1), Dimension.of(Base.TIME));
    exact("h", new Scale(3.6, 3), Dimension.of(Base.TIME));
    exact("d", new Scale(8.64, 4), Dimension.of(Base.TIME));
    exact("yr", new Scale(3.15576, 7), Dimension.of(Base.TIME));
  }

  private static void light() {
    Dimension energy = Dimension.of(Base.MASS).times(Base.LENGTH, 2).times(Base.TIME, -2);
    prefixable("J", Scale.ONE, energy);
    exact("erg", Scale.tenTo(-7), energy);
    // SI brochure 9, exact since 2019.
    prefixable("eV", new Scale(1.602176634, -19), energy);
    prefixable("W", Scale.ONE, energy.times(Base.TIME, -1));
    prefixable("Jy", Scale.tenTo(-26), Dimension.of(Base.MASS).times(Base.TIME, -2));
    prefixable("mag", Scale.ONE, Dimension.of(Base.MAGNITUDE));
  }

  private static void angles() {
    prefixable("rad", Scale.ONE, Dimension.of(Base.ANGLE));
    exact("sr", Scale.ONE, Dimension.NONE.times(Base.ANGLE, 2));
    exact("deg", new Scale(Math.PI / 180, 0), Dimension.of(Base.ANGLE));
    exact("arcmin", new Scale(Math.PI / 10800, 0), Dimension.of(Base.ANGLE));
    exact("arcsec", new Scale(Math.PI / 648000, 0), Dimension.of(Base.ANGLE));
    exact("mas", new Scale(Math.PI / 648000, -3), Dimension.of(Base.ANGLE));
  }

  private static void counted() {
    exact("count", Scale.ONE, Dimension.of(Base.COUNT));
    exact("adu", Scale.ONE, Dimension.of(Base.ADU));
    exact("photon", Scale.ONE, Dimension.of(Base.PHOTON));
    exact("electron", Scale.ONE, Dimension.of(Base.ELECTRON));
    exact("FN", Scale.ONE, Dimension.of(Base.FLUX_NUMBER));
    exact("pixel", Scale.ONE, Dimension.of(Base.PIXEL));
    exact("beam", Scale.ONE, Dimension.of(Base.BEAM));
  }

  private static void aliases() {
    alias("Angstrom", "ang", "angs", "angstrom", "angstroms", "angstroem");
    EXACT.put("A", EXACT.get("Angstrom"));
    EXACT.put("\u00c5", EXACT.get("Angstrom"));
    EXACT.put("\u212b", EXACT.get("Angstrom"));
    alias("um", "um", "micron", "microns", "micrometer", "micrometers", "micrometre");
    alias("nm", "nm", "nanometer", "nanometers", "nanometre", "nanometres");
    alias("cm", "cm", "centimeter", "centimeters", "centimetre");
    alias("km", "km", "kilometer", "kilometers", "kilometre");
    alias("m", "m", "meter", "meters", "metre", "metres");
    alias("s", "s", "sec", "second", "seconds");
    alias("h", "hr", "hrs", "hour", "hours");
    alias("d", "day", "days");
    alias("yr", "yrs", "year", "years");
    alias("erg", "erg", "ergs");
    alias("W", "watt", "watts");
    alias("Hz", "hz", "hertz");
    alias("Jy", "jy", "jansky", "janskys");
    alias("K", "kelvin");
    alias("deg", "degree", "degrees");
    alias("count", "ct", "cts", "count", "counts");
    alias("adu", "adu", "adus", "dn", "du");
    alias("photon", "ph", "phot", "photon", "photons");
    alias("electron", "e-", "electron", "electrons");
    alias("pixel", "pix", "pixel", "pixels");
  }

  private static void exact(String text, Scale scale, Dimension dimension) {
    EXACT.put(text, new Symbol(text, scale, dimension));
  }

  private static void prefixable(String text, Scale scale, Dimension dimension) {
    exact(text, scale, dimension);
    PREFIXABLE.put(text, new Symbol(text, scale, dimension));
  }

  private static void alias(String target, String... names) {
    for (String name : List.of(names)) {
      ALIASES.put(name, target);
    }
  }
}
