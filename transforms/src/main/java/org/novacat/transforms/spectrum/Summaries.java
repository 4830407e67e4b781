package org.novacat.transforms.spectrum;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.SpectrumSummary;

/** Draws the summary of a spectrum. */
final class Summaries {
  private Summaries() {}

  static SpectrumSummary of(
      NormalizedSpectrum spectrum, Observation observation, ValidationContext context) {
    List<NormalizedOrder> orders = spectrum.orders();
    return new SpectrumSummary(
        observation.instrument(),
        observation.telescope(),
        ObservationChecks.mjd(observation, context),
        positive(observation.exposureSeconds()),
        orders.stream().mapToDouble(order -> order.wavelength()[0]).min().orElseThrow(),
        orders.stream()
            .mapToDouble(order -> order.wavelength()[order.length() - 1])
            .max()
            .orElseThrow(),
        spectrum.length(),
        orders.size(),
        DerSnr.of(orders),
        spectrum.fluxUnit(),
        spectrum.calibration());
  }

  private static @Nullable Double positive(@Nullable Double seconds) {
    return seconds != null && seconds > 0 && Double.isFinite(seconds) ? seconds : null;
  }
}
