package org.novacat.layouts.unit;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.text.Tsv;

/**
 * Reads units as headers spell them. A text that no table knows, or that has more than one meaning,
 * is {@link UnitReading.Unknown}; nothing is guessed.
 */
public final class Units {
  // Before the units, which are formatted by it.
  private static final Comparator<Map.Entry<String, Double>> ORDER =
      Comparator.<Map.Entry<String, Double>>comparingInt(term -> term.getValue() > 0 ? 0 : 1)
          .thenComparingInt(term -> term.getKey().equals("s") ? 0 : 1)
          .thenComparing(term -> -Math.abs(term.getValue()))
          .thenComparing(Map.Entry::getKey);

  /** Angstrom, the unit of normalised wavelengths. */
  public static final Unit ANGSTROM = known("Angstrom");

  /** Flux density per wavelength, the unit of normalised absolute flux. */
  public static final Unit F_LAMBDA = known("erg/(s cm2 Angstrom)");

  /** Flux density per frequency in CGS units. */
  public static final Unit F_NU = known("erg/(s cm2 Hz)");

  /** Flux, of which somebody may have forgotten that it is one for each wavelength or frequency. */
  public static final Unit FLUX = known("erg/(s cm2)");

  /** What stands in the place of a unit, in small letters. */
  private static final Tsv WORDS = Tsv.resource(Units.class, "unit-words.tsv");

  /** {@code Flux (10^-17 erg/s/cm^2/Ang)}: a label, and the unit in brackets. */
  private static final Pattern LABELLED =
      Pattern.compile("([A-Za-z][A-Za-z_ ]*?)\\s*(?:\\((.*)\\)|\\[(.*)])");

  /** Characters: a card holds 68, and what is longer is prose. Bounds the depth of brackets. */
  private static final int LONGEST = 100;

  private static final Set<String> LABEL_WORDS =
      Set.of("flux density error sigma sky wavelength wave lambda intensity spectral".split(" "));

  private static final Memo<UnitReading> READINGS = new Memo<>(Units::read);

  private Units() {}

  /**
   * Reads the text of a unit, spaces around it ignored.
   *
   * @param text as in the header; "" when the header has none
   */
  public static UnitReading parse(String text) {
    return requireNonNull(READINGS.of(text));
  }

  private static UnitReading read(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return new UnitReading.Unknown(text, "it is longer than any unit");
    }
    String plain = trimmed.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    for (Tsv.Row row : WORDS.rows()) {
      if (row.cell("text").equals(plain)) {
        return new UnitReading.Worded(UnitWord.valueOf(row.cell("word")));
      }
    }
    try {
      return new UnitReading.Understood(unit(withoutLabel(UnitSpelling.plain(trimmed))));
    } catch (UnitSyntaxException e) {
      return new UnitReading.Unknown(text, String.valueOf(e.getMessage()));
    }
  }

  private static Unit unit(String text) throws UnitSyntaxException {
    UnitGrammar read = new UnitGrammar(text).read();
    Scale scale = Scale.ONE;
    Dimension dimension = Dimension.NONE;
    for (UnitGrammar.Term term : read.terms()) {
      scale = scale.times(term.symbol().scale().power(term.power()));
      dimension = dimension.times(term.symbol().dimension().power(term.power()));
    }
    return new Unit(format(read.terms()), read.factor(), scale, dimension);
  }

  private static String withoutLabel(String text) throws UnitSyntaxException {
    if (text.startsWith("[")) {
      // In the CDS standard [nm] is the logarithm of a value in nm; elsewhere it is just nm.
      throw new UnitSyntaxException("square brackets may mean a logarithm");
    }
    Matcher matcher = LABELLED.matcher(text);
    if (!matcher.matches() || !isLabel(matcher.group(1))) {
      return text;
    }
    return matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
  }

  private static boolean isLabel(String words) {
    List<String> parts = List.of(words.toLowerCase(Locale.ROOT).split("[_ ]+"));
    return LABEL_WORDS.containsAll(parts);
  }

  private static Unit known(String text) {
    try {
      return unit(text);
    } catch (UnitSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The normalised spelling of a unit: VOUnits 1.0 with {@code .} and {@code **}, one spelling for
   * equal products whatever the order they were written in: what is multiplied, then time, areas
   * and lengths by falling power, each by name.
   */
  private static String format(List<UnitGrammar.Term> terms) {
    Map<String, Double> powers = new LinkedHashMap<>();
    terms.forEach(term -> powers.merge(term.symbol().text(), term.power(), Double::sum));
    return powers.entrySet().stream()
        .filter(term -> term.getValue() != 0)
        .sorted(ORDER)
        .map(term -> term.getKey() + power(term.getValue()))
        .collect(Collectors.joining("."));
  }

  private static String power(double power) {
    if (power == 1) {
      return "";
    }
    return power == Math.rint(power) ? "**" + (long) power : "**(" + power + ")";
  }
}
