package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;
import org.novacat.transforms.wavelength.AirVacuum;

/** From an axis as the file holds it to Angstrom, increasing, with vacuum wavelengths if known. */
final class AxisNormalizer {
  /**
   * The longest wavelength, as a number of nanometres, that instruments write in nanometres: CRIRES
   * reaches 5.5 micrometres; longer ones are written in micrometres.
   */
  private static final double LONGEST_WRITTEN_IN_NM = 5500;

  /** Where spectra in Angstrom lie that somebody would write without a unit. */
  private static final double SHORTEST_WITHOUT_UNIT = 500;

  private static final double LONGEST_WITHOUT_UNIT = 30_000;

  private AxisNormalizer() {}

  static Checked<Axis> normalize(SpectralAxis source) {
    return AxisChecks.raw(source.values())
        .map(Checked::<Axis>failed)
        .orElseGet(() -> angstroms(source).then(factor -> inAngstrom(source, factor)));
  }

  private static Checked<Axis> inAngstrom(SpectralAxis source, double factor) {
    boolean reversed = source.values()[0] > source.values()[1];
    double[] scaled = SpectrumSamples.scaled(source.values(), factor);
    double[] wavelength = reversed ? SpectrumSamples.reversed(scaled) : scaled;
    Axis axis = new Axis(wavelength, vacuum(wavelength, source), reversed);
    return AxisChecks.range(wavelength)
        .map(Checked::<Axis>failed)
        .orElseGet(() -> noted(axis, source));
  }

  private static Checked<Axis> noted(Axis axis, SpectralAxis source) {
    List<String> notes = new ArrayList<>();
    if (axis.reversed()) {
      notes.add("The axis decreases in the file: all samples are reversed.");
    }
    if (axis.vacuum() != null && source.medium() == Medium.AIR) {
      notes.add("Vacuum wavelengths are computed from those in air (Ciddor 1996).");
    }
    if (source.mediumSource() == MediumSource.CUSTOM) {
      notes.add(
          "The medium, %s, is custom only: no vacuum wavelengths.".formatted(source.medium()));
    }
    return new Checked.Passed<>(axis, notes);
  }

  /** Null unless header or data model say what the medium is: never converted on custom. */
  private static double @Nullable [] vacuum(double[] wavelength, SpectralAxis source) {
    boolean known =
        source.mediumSource() == MediumSource.HEADER
            || source.mediumSource() == MediumSource.DATA_MODEL;
    if (!known || source.medium() == Medium.UNKNOWN) {
      return null;
    }
    return source.medium() == Medium.VACUUM ? wavelength : AirVacuum.toVacuum(wavelength);
  }

  /** The factor from the unit of a wavelength axis to Angstrom. */
  private static Checked<Double> angstroms(SpectralAxis axis) {
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
