package org.novacat.transforms.spectrum;

/** Small operations on sample arrays; results are new arrays unless nothing changes. */
final class SpectrumSamples {
  private SpectrumSamples() {}

  /** Each value times a factor; the array itself when the factor is 1. */
  static double[] scaled(double[] values, double factor) {
    if (factor == 1) {
      return values;
    }
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  /** The values from last to first. */
  static double[] reversed(double[] values) {
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  /** How many values are neither NaN nor infinite. */
  static int countFinite(double[] values) {
    int finite = 0;
    for (double value : values) {
      finite += Double.isFinite(value) ? 1 : 0;
    }
    return finite;
  }
}
