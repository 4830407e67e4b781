package org.novacat.jobs.zarr.row;

import static java.util.Objects.requireNonNull;

/**
 * The samples of a row; all arrays have one length. Arrays are not copied.
 *
 * @param wavelength Angstrom
 * @param flux NaN where there is none that is good
 * @param uncertainty one standard deviation of flux; NaN where it is not known
 */
record GridRow(double[] wavelength, double[] flux, double[] uncertainty) {
  GridRow {
    requireNonNull(wavelength, "wavelength is null");
    requireNonNull(flux, "flux is null");
    requireNonNull(uncertainty, "uncertainty is null");
  }

  /** Whether it says anything: the contract forbids rows of nothing but NaN or 0. */
  boolean isUsable() {
    for (double value : flux) {
      if (Double.isFinite(value) && value != 0) {
        return true;
      }
    }
    return false;
  }
}
