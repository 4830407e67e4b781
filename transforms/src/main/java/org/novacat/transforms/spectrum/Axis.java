package org.novacat.transforms.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * A wavelength axis in canonical form.
 *
 * @param wavelength Angstrom, in the medium of the file, strictly increasing
 * @param vacuum Angstrom in vacuum; null when the medium is not known well enough
 * @param reversed whether the file has the samples the other way round
 */
record Axis(double[] wavelength, double @Nullable [] vacuum, boolean reversed) {

  /** Values of the file in the order of this axis. */
  double[] align(double[] values) {
    return reversed ? SpectrumSamples.reversed(values) : values;
  }

  /** The index in the file of sample {@code i} of this axis. */
  int sourceIndex(int i) {
    return reversed ? wavelength.length - 1 - i : i;
  }

  /** Wavelengths in vacuum where known, else as they are. */
  double[] bestVacuum() {
    return vacuum == null ? wavelength : vacuum;
  }
}
