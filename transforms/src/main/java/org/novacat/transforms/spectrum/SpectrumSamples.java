package org.novacat.transforms.spectrum;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Small operations on sample arrays; results are new arrays unless nothing changes. */
final class SpectrumSamples {
  private SpectrumSamples() {}

  /** Each value times a factor; the array itself when the factor is 1. */
  static double[] scaled(double[] values, double factor) {
    return factor == 1 ? values : Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /** The values from last to first. */
  static double[] reversed(double[] values) {
    int last = values.length - 1;
    return IntStream.rangeClosed(0, last).mapToDouble(i -> values[last - i]).toArray();
  }
}
