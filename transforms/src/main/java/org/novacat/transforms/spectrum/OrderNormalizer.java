package org.novacat.transforms.spectrum;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.unit.FluxDensity;

/** One order from the file's form to the canonical one, every check on the way. */
final class OrderNormalizer {
  private OrderNormalizer() {}

  /** An order that passed, and what it says for the whole spectrum. */
  record TraitedOrder(NormalizedOrder order, Traits traits) {}

  static Checked<TraitedOrder> normalize(SourceSpectrum source) {
    return AxisNormalizer.normalize(source.axis())
        .then(
            axis ->
                FluxNormalizer.normalize(source.flux(), axis)
                    .then(
                        flux ->
                            UncertaintyNormalizer.normalize(source.uncertainty(), flux, axis)
                                .then(sigma -> assemble(source, axis, flux, sigma))));
  }

  // NullAway cannot read from a class file that an array component may be null (JDK-8225377).
  @SuppressWarnings("NullAway")
  private static Checked<TraitedOrder> assemble(
      SourceSpectrum source, Axis axis, FluxReading flux, UncertaintyReading uncertainty) {
    boolean[] good = good(flux.values(), source.mask(), uncertainty, axis);
    NormalizedOrder order =
        new NormalizedOrder(
            source.order(),
            axis.wavelength(),
            axis.vacuum(),
            flux.values(),
            flux.lambda(),
            uncertainty.sigma(),
            sigmaLambda(flux, uncertainty, axis),
            bits(source.mask(), axis),
            good);
    Traits traits =
        new Traits(
            source.axis().medium(),
            source.axis().mediumSource(),
            flux.symbol(),
            flux.calibration());
    return Checked.passed(new TraitedOrder(order, traits));
  }

  private static double @Nullable [] sigmaLambda(
      FluxReading flux, UncertaintyReading uncertainty, Axis axis) {
    FluxDensity density = flux.density();
    double[] sigma = uncertainty.sigma();
    return density == null || sigma == null ? null : density.toLambda(sigma, axis.bestVacuum());
  }

  private static int @Nullable [] bits(@Nullable Mask mask, Axis axis) {
    if (mask == null || !axis.reversed()) {
      return mask == null ? null : mask.bits();
    }
    return IntStream.range(0, mask.bits().length)
        .map(i -> mask.bits()[axis.sourceIndex(i)])
        .toArray();
  }

  private static boolean[] good(
      double[] flux, @Nullable Mask mask, UncertaintyReading uncertainty, Axis axis) {
    boolean[] uninformed = uncertainty.uninformed();
    boolean[] good = new boolean[flux.length];
    for (int i = 0; i < good.length; i++) {
      good[i] =
          Double.isFinite(flux[i])
              && (mask == null || !mask.bad(axis.sourceIndex(i)))
              && (uninformed == null || !uninformed[i]);
    }
    return good;
  }
}
