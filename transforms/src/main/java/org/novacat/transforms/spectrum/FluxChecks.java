package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_FLUX;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.spectrum.Refusal;

/** What must hold of flux samples. */
final class FluxChecks {
  /** A spectrum with more than this share of samples missing is mostly not there. */
  static final double LARGEST_NON_FINITE_FRACTION = 0.5;

  /**
   * Powers of two between a small and a large sample (first quartile and 99th percentile of sizes)
   * that no flux has. Bytes that are no numbers, read as numbers, have more: seen in files that
   * went through a transfer in text mode, which drops a byte of every CR LF, so that all samples
   * behind are misaligned. Over the 338 orders of the real files sound ones reach 23 (Vega from the
   * far ultraviolet to 0.3 mm) and misaligned ones begin at 107.
   */
  private static final int WIDEST_RANGE = 60;

  private FluxChecks() {}

  /** The first fault of flux samples; empty when there is none. */
  static Optional<Refusal> fault(double[] flux) {
    long missing = Arrays.stream(flux).filter(value -> !Double.isFinite(value)).count();
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
        ? dynamicRange(flux)
        : fault("FLUX_CONSTANT", "All %s flux samples are %s".formatted(flux.length, constant));
  }

  private static Optional<Refusal> dynamicRange(double[] flux) {
    int[] counts = new int[Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2];
    int sized = 0;
    for (double value : flux) {
      if (Double.isFinite(value) && value != 0) {
        counts[Math.getExponent(value) - Double.MIN_EXPONENT + 1]++;
        sized++;
      }
    }
    int range = rank(counts, sized * 0.99) - rank(counts, sized * 0.25);
    return range <= WIDEST_RANGE
        ? Optional.empty()
        : fault(
            "FLUX_SCRAMBLED",
            "Large flux samples are 2^%s times small ones: bytes are lost or changed"
                .formatted(range));
  }

  /** The bucket that holds this rank. */
  private static int rank(int[] counts, double rank) {
    int bucket = 0;
    for (int below = counts[0]; below < rank; below += counts[bucket]) {
      bucket++;
    }
    return bucket;
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
