package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_AXIS;

import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.spectrum.Refusal;

/** What must hold of wavelengths before anything is made of them. */
final class AxisChecks {
  /** Shortest plausible wavelength, Angstrom: gratings on X-ray observatories begin at 1.2 Å. */
  static final double SHORTEST = 1;

  /** Longest plausible wavelength, Angstrom: 1 mm; CALSPEC models reach 0.3 mm, ALMA is radio. */
  static final double LONGEST = 1e7;

  /**
   * Logarithms to base 10 of 800 Å and 3 µm. An axis inside is the logarithm of one in Angstrom
   * that nobody raised (DC-FLAG = 1 overlooked); X-ray orders begin or end outside.
   */
  private static final double LOG_SHORTEST = 2.9;

  private static final double LOG_LONGEST = 4.5;

  private AxisChecks() {}

  /** The first fault of an axis in the unit of the file; empty when there is none. */
  static Optional<Refusal> raw(double[] values) {
    if (values.length < 2) {
      return fault("AXIS_TOO_SHORT", "The axis has %s sample(s)".formatted(values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return fault("AXIS_NOT_FINITE", "Sample %s of the axis is %s".formatted(i, values[i]));
      }
    }
    boolean up = values[1] > values[0];
    for (int i = 1; i < values.length; i++) {
      if (up ? values[i] <= values[i - 1] : values[i] >= values[i - 1]) {
        return fault(
            "AXIS_NOT_MONOTONIC",
            "The axis turns at sample %s: %s follows %s".formatted(i, values[i], values[i - 1]));
      }
    }
    return pixelIndex(values);
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
    return fault("AXIS_IS_PIXEL_INDEX", "The axis counts pixels from %s".formatted(first));
  }

  /** The first fault of an increasing axis in Angstrom; empty when there is none. */
  static Optional<Refusal> range(double[] wavelength) {
    double low = wavelength[0];
    double high = wavelength[wavelength.length - 1];
    if (low < SHORTEST || high > LONGEST) {
      return fault(
          "AXIS_OUT_OF_RANGE", "The axis runs from %s to %s Angstrom".formatted(low, high));
    }
    if (low > LOG_SHORTEST && high < LOG_LONGEST) {
      return fault(
          "AXIS_LOOKS_LOGARITHMIC",
          "The axis runs from %s to %s Angstrom, as logarithms of optical wavelengths do"
              .formatted(low, high));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> fault(String detail, String message) {
    return Optional.of(new Refusal(INVALID_AXIS, detail, message, Map.of()));
  }
}
