package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;

import java.util.Map;
import java.util.OptionalDouble;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.transforms.unit.Unit;
import org.novacat.transforms.unit.UnitReading;
import org.novacat.transforms.unit.UnitWord;
import org.novacat.transforms.unit.Units;

/** The factor from the unit of a wavelength axis to Angstrom. */
final class AxisUnits {
  /**
   * The longest wavelength, as a number of nanometres, that instruments write in nanometres: CRIRES
   * reaches 5.5 micrometres; longer ones are written in micrometres.
   */
  private static final double LONGEST_WRITTEN_IN_NM = 5500;

  /** Where spectra in Angstrom lie that somebody would write without a unit. */
  private static final double SHORTEST_WITHOUT_UNIT = 500;

  private static final double LONGEST_WITHOUT_UNIT = 30_000;

  private AxisUnits() {}

  static Checked<Double> angstroms(SpectralAxis axis) {
    return Units.parse(axis.unit())
        .match(
            understood -> fromUnit(axis, understood.unit()),
            worded -> fromWord(axis, worded.word()),
            unknown -> unknown(axis, unknown));
  }

  private static Checked<Double> fromUnit(SpectralAxis axis, Unit unit) {
    OptionalDouble factor = unit.factorTo(Units.ANGSTROM);
    if (factor.isEmpty()) {
      return Checked.failed(
          new Refusal(
              NOT_A_SPECTRUM,
              "AXIS_NOT_WAVELENGTH",
              "The axis is in '%s', which is no length".formatted(axis.unit()),
              Map.of("axisUnit", axis.unit())));
    }
    return axis.unitAssumed()
        ? Checked.passed(
            factor.getAsDouble(),
            "The unit of the axis, %s, is assumed: the file states none.".formatted(unit.symbol()))
        : Checked.passed(factor.getAsDouble());
  }

  private static Checked<Double> fromWord(SpectralAxis axis, UnitWord word) {
    if (word != UnitWord.UNSTATED) {
      return unknown(axis, new UnitReading.Unknown(axis.unit(), "it is no unit of length"));
    }
    double[] values = axis.values();
    double first = values[0];
    double last = values[values.length - 1];
    if (onlyAngstrom(Math.min(first, last), Math.max(first, last))) {
      return Checked.passed(
          1.0,
          "The unit of the axis, Angstrom, is assumed: the file states none, and %s to %s fits no other."
              .formatted(first, last));
    }
    return Checked.failed(
        new Refusal(
            UNKNOWN_UNITS,
            "AXIS_UNIT_MISSING",
            "The axis has no unit, and %s to %s fits more than one".formatted(first, last),
            Map.of("first", Double.toString(first), "last", Double.toString(last))));
  }

  /** Decision 0004: whether the ends of an axis leave no other unit of wavelength open. */
  private static boolean onlyAngstrom(double low, double high) {
    return low >= SHORTEST_WITHOUT_UNIT
        && high <= LONGEST_WITHOUT_UNIT
        && high > LONGEST_WRITTEN_IN_NM;
  }

  private static Checked<Double> unknown(SpectralAxis axis, UnitReading.Unknown reading) {
    return Checked.failed(
        new Refusal(
            UNKNOWN_UNITS,
            "AXIS_UNIT_UNKNOWN",
            "The unit of the axis, '%s', is not known: %s".formatted(axis.unit(), reading.why()),
            Map.of("axisUnit", axis.unit())));
  }
}
