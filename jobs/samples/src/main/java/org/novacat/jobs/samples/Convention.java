package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.novacat.layouts.spectrum.Medium;

/**
 * A way to write a spectrum as FITS.
 *
 * @param medium where its wavelengths are measured
 * @param grid wavelengths of so many samples, Angstrom
 * @param writer makes the whole file of samples on this grid
 */
record Convention(
    Medium medium, IntFunction<double[]> grid, BiFunction<Exposure, Samples, byte[]> writer) {
  /** The whole file; the samples lie on the convention's own grid. */
  byte[] write(Exposure exposure, Samples samples) {
    return writer.apply(exposure, samples);
  }

  /** {@code n} wavelengths from {@code first} to {@code last}, equally spaced. */
  static double[] linear(double first, double last, int n) {
    double step = (last - first) / (n - 1);
    double[] grid = new double[n];
    Arrays.setAll(grid, i -> first + i * step);
    return grid;
  }

  /**
   * {@code n} wavelengths from {@code first} to {@code last}, equally spaced in their logarithm.
   */
  static double[] logarithmic(double first, double last, int n) {
    double[] logarithms = linear(StrictMath.log10(first), StrictMath.log10(last), n);
    return Arrays.stream(logarithms).map(log -> StrictMath.pow(10, log)).toArray();
  }
}
