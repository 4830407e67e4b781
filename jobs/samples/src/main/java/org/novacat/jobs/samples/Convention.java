package org.novacat.jobs.samples;

import org.novacat.layouts.spectrum.Medium;

/** A way to write a spectrum as FITS. */
interface Convention {
  /** Where its wavelengths are measured. */
  Medium medium();

  /** Wavelengths of {@code n} samples, Angstrom. */
  double[] grid(int n);

  /** The whole file; the samples lie on the convention's own grid. */
  byte[] write(Exposure exposure, Samples samples);

  /** {@code n} wavelengths from {@code first} to {@code last}, equally spaced. */
  static double[] linear(double first, double last, int n) {
    double step = (last - first) / (n - 1);
    double[] grid = new double[n];
    for (int i = 0; i < n; i++) {
      grid[i] = first + i * step;
    }
    return grid;
  }

  /**
   * {@code n} wavelengths from {@code first} to {@code last}, equally spaced in their logarithm.
   */
  static double[] logarithmic(double first, double last, int n) {
    double[] grid = linear(StrictMath.log10(first), StrictMath.log10(last), n);
    for (int i = 0; i < n; i++) {
      grid[i] = StrictMath.pow(10, grid[i]);
    }
    return grid;
  }
}
