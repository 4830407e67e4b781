package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.transforms.unit.FluxDensity;
import org.novacat.transforms.unit.Unit;
import org.novacat.transforms.unit.UnitReading;
import org.novacat.transforms.unit.UnitWord;
import org.novacat.transforms.unit.Units;

/**
 * From flux as the file holds it to flux with its unit understood, and flux density per wavelength
 * where that is what it is.
 */
final class FluxNormalizer {
  private FluxNormalizer() {}

  static Checked<FluxReading> normalize(Flux source, Axis axis) {
    return FluxChecks.fault(source.values())
        .map(Checked::<FluxReading>failed)
        .orElseGet(
            () ->
                Units.parse(source.unit())
                    .match(
                        understood -> withUnit(source, understood.unit(), axis),
                        worded -> withWord(source, worded.word(), axis),
                        unknown -> unknown(source, unknown)));
  }

  private static Checked<FluxReading> withUnit(Flux source, Unit unit, Axis axis) {
    double[] values = SpectrumSamples.scaled(axis.align(source.values()), unit.factor());
    FluxDensity density = FluxDensity.from(unit.bare()).orElse(null);
    double[] lambda = density == null ? null : density.toLambda(values, axis.bestVacuum());
    CalibrationVerdict verdict = CalibrationVerdict.ofUnit(source, lambda);
    FluxReading reading =
        new FluxReading(values, lambda, unit.symbol(), source.unit(), unit, verdict.calibration());
    List<String> notes = new ArrayList<>(verdict.notes());
    if (unit.factor() != 1) {
      notes.add("The flux is multiplied by the factor of its unit, %s.".formatted(unit.factor()));
    }
    if (density != null && density.perFrequency() && axis.vacuum() == null) {
      notes.add(
          "Flux density per wavelength is computed with wavelengths as they are: medium not known.");
    }
    return new Checked.Passed<>(reading, notes);
  }

  private static Checked<FluxReading> withWord(Flux source, UnitWord word, Axis axis) {
    CalibrationVerdict verdict = CalibrationVerdict.ofWord(source, word);
    double[] values = axis.align(source.values());
    return new Checked.Passed<>(
        new FluxReading(values, null, "", source.unit(), null, verdict.calibration()),
        verdict.notes());
  }

  private static Checked<FluxReading> unknown(Flux source, UnitReading.Unknown reading) {
    return Checked.failed(
        new Refusal(
            UNKNOWN_UNITS,
            "FLUX_UNIT_UNKNOWN",
            "The unit of the flux, '%s', is not known: %s".formatted(source.unit(), reading.why()),
            Map.of("fluxUnit", source.unit())));
  }
}
