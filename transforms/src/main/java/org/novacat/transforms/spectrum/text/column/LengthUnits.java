package org.novacat.transforms.spectrum.text.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.Units;

/** Tells units of wavelength from other texts. */
public final class LengthUnits {
  /** What writers put behind a name with no brackets: {@code lambda_A}, {@code wave_nm}. */
  private static final List<String> ENDINGS =
      List.of(
          "aa ang angs angstrom angstroms angström ångström å nm nanometer nanometers nanometre um µm"
              .split(" "));

  private static final List<String> MORE_ENDINGS =
      List.of("μm micron microns micrometer micrometers micrometre mm".split(" "));

  /** Of the ratio of two spellings of one unit. */
  private static final double SAME_WITHIN = 1e-9;

  private LengthUnits() {}

  /** How many Angstrom a unit is; empty when it is no unit of length that is known. */
  public static OptionalDouble angstroms(String unit) {
    return unit(unit).map(found -> found.factorTo(Units.ANGSTROM)).orElse(OptionalDouble.empty());
  }

  /** Whether a text is a unit of length. */
  public static boolean is(String unit) {
    return angstroms(unit).isPresent();
  }

  /** Whether two texts spell one unit. */
  public static boolean same(String one, String other) {
    if (one.strip().equals(other.strip())) {
      return true;
    }
    return unit(one)
        .flatMap(a -> unit(other).map(b -> Math.abs(a.factorTo(b).orElse(0) - 1) < SAME_WITHIN))
        .orElse(false);
  }

  /** Whether a word behind a name is a unit of wavelength. */
  static boolean isEnding(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return word.equals("A") || ENDINGS.contains(small) || MORE_ENDINGS.contains(small);
  }

  /** The unit that a text spells; empty when it spells none. */
  public static Optional<Unit> unit(String text) {
    return Units.parse(text)
        .match(
            (UnitReading.Understood understood) -> Optional.of(understood.unit()),
            worded -> Optional.empty(),
            unknown -> Optional.empty());
  }
}
