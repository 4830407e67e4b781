package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_FLUX;

import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.spectrum.Refusal;

/** What must hold of flux samples. */
final class FluxChecks {
  /** A spectrum with more than this share of samples missing is mostly not there. */
  static final double LARGEST_NON_FINITE_FRACTION = 0.5;

  private FluxChecks() {}

  /** The first fault of flux samples; empty when there is none. */
  static Optional<Refusal> fault(double[] flux) {
    int missing = flux.length - Samples.countFinite(flux);
    if (missing > LARGEST_NON_FINITE_FRACTION * flux.length) {
      return fault(
          "FLUX_NOT_FINITE",
          "%s of %s flux samples are not finite".formatted(missing, flux.length));
    }
    double constant = constant(flux);
    if (constant == 0) {
      return fault("FLUX_ALL_ZERO", "All %s flux samples are 0".formatted(flux.length));
    }
    return Double.isNaN(constant)
        ? Optional.empty()
        : fault("FLUX_CONSTANT", "All %s flux samples are %s".formatted(flux.length, constant));
  }

  /** The one value of all finite samples; NaN when they differ. */
  private static double constant(double[] flux) {
    double seen = Double.NaN;
    for (double value : flux) {
      if (Double.isFinite(value)) {
        if (!Double.isNaN(seen) && value != seen) {
          return Double.NaN;
        }
        seen = value;
      }
    }
    return seen;
  }

  private static Optional<Refusal> fault(String detail, String message) {
    return Optional.of(new Refusal(INVALID_FLUX, detail, message, Map.of()));
  }
}
