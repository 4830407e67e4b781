package org.novacat.transforms.spectrum;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;

/**
 * From uncertainties of any kind to standard deviations in the unit of the flux. A value that is no
 * measure (zero, negative, not finite) becomes NaN; it makes a sample bad only as an inverse
 * variance, where 0 is the way to say so.
 */
final class UncertaintyNormalizer {
  private UncertaintyNormalizer() {}

  static Checked<UncertaintyReading> normalize(
      @Nullable Uncertainty source, FluxReading flux, Axis axis) {
    if (source == null) {
      return Checked.passed(UncertaintyReading.NONE);
    }
    OptionalDouble factor = factor(source, flux);
    if (factor.isEmpty()) {
      return Checked.passed(
          UncertaintyReading.NONE,
          "The uncertainty is left out: its unit '%s' does not go with that of the flux, '%s'."
              .formatted(source.unit(), flux.sourceText()));
    }
    double[] values = axis.align(source.values());
    double[] sigma =
        Arrays.stream(values)
            .map(v -> v > 0 ? sigma(source.kind(), v) * factor.getAsDouble() : Double.NaN)
            .toArray();
    return Checked.passed(new UncertaintyReading(sigma, uninformed(source.kind(), values)));
  }

  private static double sigma(Uncertainty.Kind kind, double value) {
    double sigma =
        switch (kind) {
          case SIGMA -> value;
          case VARIANCE -> Math.sqrt(value);
          case IVAR -> 1 / Math.sqrt(value);
        };
    return Double.isFinite(sigma) ? sigma : Double.NaN;
  }

  private static boolean @Nullable [] uninformed(Uncertainty.Kind kind, double[] values) {
    if (kind != Uncertainty.Kind.IVAR) {
      return null;
    }
    boolean[] uninformed = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      uninformed[i] = !(values[i] > 0);
    }
    return uninformed;
  }

  /**
   * What turns a standard deviation as the file has it into the unit of the flux without its
   * factor; empty when the units do not go together. No unit of its own means that of the flux.
   */
  private static OptionalDouble factor(Uncertainty source, FluxReading flux) {
    if (source.unit().strip().equals(flux.sourceText().strip())) {
      return OptionalDouble.of(flux.factor());
    }
    return Units.parse(source.unit())
        .match(
            understood -> factor(source.kind(), understood.unit(), flux.unit()),
            worded -> fromWord(worded, flux),
            unknown -> OptionalDouble.empty());
  }

  private static OptionalDouble fromWord(UnitReading.Worded worded, FluxReading flux) {
    return worded.word() == UnitWord.UNSTATED || flux.unit() == null
        ? OptionalDouble.of(flux.factor())
        : OptionalDouble.empty();
  }

  /** A variance is met with the unit of its square and, by oversight, with that of the flux. */
  private static OptionalDouble factor(Uncertainty.Kind kind, Unit unit, @Nullable Unit fluxUnit) {
    if (fluxUnit == null) {
      return OptionalDouble.empty();
    }
    int power =
        switch (kind) {
          case SIGMA -> 1;
          case VARIANCE -> 2;
          case IVAR -> -2;
        };
    OptionalDouble own = unit.factorTo(fluxUnit.bare().power(power));
    return own.isPresent()
        ? OptionalDouble.of(StrictMath.pow(own.getAsDouble(), 1.0 / power))
        : unit.factorTo(fluxUnit.bare());
  }
}
