package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.FluxCalibration.NORMALIZED;
import static org.novacat.layouts.spectrum.FluxCalibration.RELATIVE;
import static org.novacat.layouts.spectrum.FluxCalibration.UNCALIBRATED;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;
import org.novacat.transforms.stat.Quantiles;

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
            "Cannot use the flux: its unit, '%s', is not known: %s (state flux_unit in FILE.sidecar.json)"
                .formatted(source.unit(), reading.why()),
            Map.of("fluxUnit", source.unit(), "state", StatedFact.FLUX_UNIT.key())));
  }

  /**
   * What the flux is worth, after its unit and its size were asked as well as the convention. It
   * only ever takes worth away.
   *
   * @param notes why it is not what the convention says; empty when it is
   */
  private record CalibrationVerdict(FluxCalibration calibration, List<String> notes) {
    /**
     * Brighter than any nova, erg s⁻¹ cm⁻² Å⁻¹: Vega has 3.6e-9 at V (Bessell et al. 1998), so this
     * is magnitude −6, and V603 Aql of 1918 reached −1. Spectra that were divided by something but
     * keep the unit of what they were lie near 1 (decision 0006).
     */
    private static final double BRIGHTEST = 1e-6;

    /** For flux with a unit. {@code lambda} is null when that is no flux density. */
    static CalibrationVerdict ofUnit(Flux source, double @Nullable [] lambda) {
      if (lambda == null) {
        return withoutDensity(source);
      }
      return source.calibration() == ABSOLUTE && typical(lambda) > BRIGHTEST
          ? changed(source, RELATIVE, "in '%s' it is brighter than any nova")
          : unchanged(source);
    }

    /** For flux with a word in the place of a unit. */
    static CalibrationVerdict ofWord(Flux source, UnitWord word) {
      FluxCalibration calibration = source.calibration();
      return switch (word) {
        case NORMALIZED ->
            calibration == NORMALIZED ? unchanged(source) : stated(source, NORMALIZED);
        case RELATIVE ->
            calibration == RELATIVE || calibration == NORMALIZED
                ? unchanged(source)
                : stated(source, RELATIVE);
        case UNSTATED -> withoutDensity(source);
      };
    }

    private static CalibrationVerdict withoutDensity(Flux source) {
      return source.calibration() == ABSOLUTE
          ? changed(source, UNCALIBRATED, "its unit '%s' is no flux density")
          : unchanged(source);
    }

    private static CalibrationVerdict stated(Flux source, FluxCalibration calibration) {
      return changed(source, calibration, "its unit says '%s'");
    }

    private static CalibrationVerdict unchanged(Flux source) {
      return new CalibrationVerdict(source.calibration(), List.of());
    }

    private static CalibrationVerdict changed(Flux source, FluxCalibration to, String why) {
      String note =
          "The flux is taken as %s, not %s: %s."
              .formatted(to, source.calibration(), why.replace("%s", source.unit()));
      return new CalibrationVerdict(to, List.of(note));
    }

    /** The median of the sizes of finite samples; 0 when there are none. */
    private static double typical(double[] lambda) {
      double[] sizes = Arrays.stream(lambda).filter(Double::isFinite).map(Math::abs).toArray();
      return sizes.length == 0 ? 0 : Quantiles.median(sizes);
    }
  }
}
