package org.novacat.layouts.axis;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.Units;

/**
 * The text of a unit of wavelengths, and what writers put into it besides: the medium ({@code
 * Angstrom (air)}, {@code nm_vac}), or that the numbers are logarithms ({@code log10(Angstrom)}).
 *
 * @param unit the unit alone, as it is spelt; "" when the text is empty
 * @param medium the medium that the text names; UNKNOWN when it names none
 * @param scale what the numbers are
 */
public record WavelengthUnit(String unit, Medium medium, Scale scale) {
  /** What the numbers of an axis are. */
  public enum Scale {
    LINEAR,
    LOG10,
    /** Natural logarithms. */
    LN;

    /** The wavelength that a number of this scale stands for. */
    public double raise(double value) {
      return switch (this) {
        case LINEAR -> value;
        case LOG10 -> Math.pow(10, value);
        case LN -> Math.exp(value);
      };
    }
  }

  private static final String WORD = "(air|vac|vacuum)";

  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?i)(.*[^\\s_.,;(\\[])[.\\s_,;]*[(\\[]\\s*(?:in )?"
              + WORD
              + "(?: wavelengths?)?\\s*[)\\]]");

  private static final Pattern BEHIND =
      Pattern.compile("(?i)(.*[^\\s_.,;(\\[])[.\\s_,;]*[\\s_,;](?:in )?" + WORD + "(\\)|])?");

  private static final Pattern BEFORE = Pattern.compile("(?i)" + WORD + "[\\s_]+(.+)");

  private static final Pattern LOGARITHM =
      Pattern.compile(
          "(?i)(log10|log|lg|dex|ln|loge)(?:\\s*[(\\[]\\s*(.*?)\\s*[)\\]]|[\\s_]+(\\w+))");

  /**
   * Longest wavelength that somebody gives as a length: 1 m; beyond it is radio, in frequencies.
   */
  private static final double LONGEST_UNIT_ANGSTROM = 1e10;

  private static final double SHORTEST_UNIT_ANGSTROM = 1e-3;

  /** Characters: a card holds 68, and what is longer is prose. */
  private static final int LONGEST_TEXT = 100;

  private static final Memo<WavelengthUnit> KNOWN = new Memo<>(WavelengthUnit::parse);

  public WavelengthUnit {
    requireNonNull(unit, "unit is null");
    requireNonNull(medium, "medium is null");
    requireNonNull(scale, "scale is null");
  }

  /** What this text says; one that says nothing besides a unit is the unit. */
  public static WavelengthUnit of(String text) {
    String plain = text.strip();
    return plain.length() > LONGEST_TEXT
        ? new WavelengthUnit(plain, Medium.UNKNOWN, Scale.LINEAR)
        : requireNonNull(KNOWN.of(plain));
  }

  private static WavelengthUnit parse(String plain) {
    Matcher logarithm = LOGARITHM.matcher(plain);
    if (!logarithm.matches()) {
      return withMedium(plain, Scale.LINEAR);
    }
    String inner = logarithm.group(2) != null ? logarithm.group(2) : logarithm.group(3);
    boolean natural = logarithm.group(1).toLowerCase(Locale.ROOT).matches("ln|loge");
    return withMedium(inner, natural ? Scale.LN : Scale.LOG10);
  }

  private static WavelengthUnit withMedium(String text, Scale scale) {
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      return new WavelengthUnit(bracketed.group(1), medium(bracketed.group(2)), scale);
    }
    Matcher behind = BEHIND.matcher(text);
    if (behind.matches()) {
      String closing = behind.group(3) == null ? "" : behind.group(3);
      return new WavelengthUnit(behind.group(1) + closing, medium(behind.group(2)), scale);
    }
    Matcher before = BEFORE.matcher(text);
    return before.matches()
        ? new WavelengthUnit(before.group(2), medium(before.group(1)), scale)
        : new WavelengthUnit(text, Medium.UNKNOWN, scale);
  }

  private static Medium medium(String word) {
    return word.equalsIgnoreCase("air") ? Medium.AIR : Medium.VACUUM;
  }

  /** Whether the text says more than the unit. */
  public boolean isMore() {
    return medium != Medium.UNKNOWN || scale != Scale.LINEAR;
  }

  /** The factor from this unit to Angstrom; empty when it is no length, or no table knows it. */
  public OptionalDouble angstroms() {
    return Units.parse(unit)
        .match(
            understood -> factor(understood.unit()),
            worded -> OptionalDouble.empty(),
            unknown -> OptionalDouble.empty());
  }

  private static OptionalDouble factor(Unit unit) {
    OptionalDouble factor = unit.factorTo(Units.ANGSTROM);
    boolean usual =
        factor.isPresent()
            && factor.getAsDouble() >= SHORTEST_UNIT_ANGSTROM
            && factor.getAsDouble() <= LONGEST_UNIT_ANGSTROM;
    return usual ? factor : OptionalDouble.empty();
  }

  /** Whether wavelengths are given in this unit. */
  public boolean isLength() {
    return angstroms().isPresent();
  }
}
