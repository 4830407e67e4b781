package org.novacat.layouts.axis;

import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_AXIS;

import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.axis.AxisUnits.Size;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectralAxis;

/** What must hold of wavelengths before anything is made of them. */
public final class AxisChecks {
  /** Shortest plausible wavelength, Angstrom: gratings on X-ray observatories begin at 1.2 Å. */
  private static final double SHORTEST = 1;

  /** Longest plausible wavelength, Angstrom: 1 mm; CALSPEC models reach 0.3 mm, ALMA is radio. */
  private static final double LONGEST = 1e7;

  /**
   * Logarithms to base 10 of 800 Å and 3 µm. An axis inside is the logarithm of one in Angstrom
   * that nobody raised (DC-FLAG = 1 overlooked); X-ray orders begin or end outside.
   */
  private static final double LOG_SHORTEST = 2.9;

  private static final double LOG_LONGEST = 4.5;

  /**
   * Wavelength over step that no spectrograph samples: Fourier transform spectra of the sun have
   * some 2 million. A step below is an angle that an image of the sky left in the header.
   */
  public static final double FINEST_SAMPLING = 5e6;

  private AxisChecks() {}

  /** The first fault of an axis; empty when there is none. */
  public static Optional<Refusal> fault(SpectralAxis axis) {
    Optional<Refusal> raw = raw(axis.values());
    return raw.isPresent() ? raw : size(axis, AxisUnits.of(axis));
  }

  /** The same where the size of the unit is known already. */
  static Optional<Refusal> fault(SpectralAxis axis, Size size) {
    Optional<Refusal> raw = raw(axis.values());
    return raw.isPresent() ? raw : size(axis, size);
  }

  private static Optional<Refusal> size(SpectralAxis axis, Size size) {
    return size instanceof Size.Known known
        ? range(axis.values(), known.angstroms())
        : Optional.of(((Size.Refused) size).refusal());
  }

  /** The first fault of the values alone, in whatever unit; empty when there is none. */
  public static Optional<Refusal> raw(double[] values) {
    if (values.length < 2) {
      return fault("AXIS_TOO_SHORT", "it has %s sample(s)".formatted(values.length));
    }
    return isOrdered(values) ? pixelIndex(values) : disorder(values);
  }

  /** Whether all are finite and each goes on in the direction of the first two. */
  private static boolean isOrdered(double[] values) {
    boolean up = values[1] > values[0];
    for (int i = 1; i < values.length; i++) {
      if (!(up ? values[i] > values[i - 1] : values[i] < values[i - 1])) {
        return false;
      }
    }
    return Double.isFinite(values[0]) && Double.isFinite(values[values.length - 1]);
  }

  private static Optional<Refusal> disorder(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return fault("AXIS_NOT_FINITE", "sample %s is %s".formatted(i, values[i]));
      }
    }
    boolean up = values[1] > values[0];
    for (int i = 1; i < values.length; i++) {
      if (up ? values[i] <= values[i - 1] : values[i] >= values[i - 1]) {
        return fault(
            "AXIS_NOT_MONOTONIC",
            "it turns at sample %s: %s follows %s".formatted(i, values[i], values[i - 1]));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> pixelIndex(double[] values) {
    double first = values[0];
    if (first != 0 && first != 1) {
      return Optional.empty();
    }
    for (int i = 1; i < values.length; i++) {
      if (values[i] != first + i) {
        return Optional.empty();
      }
    }
    return fault("AXIS_IS_PIXEL_INDEX", "it counts pixels from %s".formatted(first));
  }

  /**
   * The first fault of the range of a monotonic axis; empty when there is none.
   *
   * @param values in any unit
   * @param angstroms the factor from that unit to Angstrom
   */
  public static Optional<Refusal> range(double[] values, double angstroms) {
    double first = values[0] * angstroms;
    double last = values[values.length - 1] * angstroms;
    double low = Math.min(first, last);
    double high = Math.max(first, last);
    if (low < SHORTEST || high > LONGEST) {
      return fault("AXIS_OUT_OF_RANGE", "it runs from %s to %s Angstrom".formatted(low, high));
    }
    if (low > LOG_SHORTEST && high < LOG_LONGEST) {
      return fault(
          "AXIS_LOOKS_LOGARITHMIC",
          ("it runs from %s to %s Angstrom, as logarithms of optical wavelengths do (if they are, say so"
                  + " in the unit: log10(Angstrom))")
              .formatted(low, high));
    }
    double step = (high - low) / (values.length - 1);
    return low < step * FINEST_SAMPLING
        ? Optional.empty()
        : fault(
            "AXIS_STEP_TOO_SMALL",
            "its step at %s Angstrom is %s Angstrom, finer than any spectrum is sampled"
                .formatted(low, step));
  }

  private static Optional<Refusal> fault(String detail, String what) {
    return Optional.of(new Refusal(INVALID_AXIS, detail, "Cannot use the axis: " + what, Map.of()));
  }
}
