package org.novacat.transforms.resample;

/** What holds for every axis of wavelengths. */
final class Axes {
  private Axes() {}

  /**
   * Checks that values are finite and strictly increasing.
   *
   * @param name of one value, for the message
   * @throws IllegalArgumentException naming the first that is not
   */
  static void requireIncreasing(double[] values, String name) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "Cannot use %s %s: it is %s (give finite wavelengths)".formatted(name, i, values[i]));
      }
      if (i > 0 && values[i] <= values[i - 1]) {
        throw new IllegalArgumentException(
            "Cannot use %s %s: %s does not follow %s (give strictly increasing wavelengths)"
                .formatted(name, i, values[i], values[i - 1]));
      }
    }
  }

  /** Half way, also where the sum would overflow. */
  static double middle(double low, double high) {
    return low + (high - low) / 2;
  }
}
