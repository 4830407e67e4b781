package org.novacat.jobs.release.table;

import org.jspecify.annotations.Nullable;

/**
 * A sample of a spectrum of a release.
 *
 * @param wavelength Angstrom, in the medium of the file
 * @param vacuum Angstrom, in vacuum; NaN when the medium is not known
 * @param flux in the unit of the spectrum; NaN where the file has none
 * @param uncertainty one standard deviation of flux; NaN when the file has none
 * @param good whether it is usable
 */
record SampleRow(
    Spectrum spectrum,
    int order,
    double wavelength,
    double vacuum,
    double flux,
    double uncertainty,
    boolean good) {
  /**
   * The spectrum that it is of.
   *
   * @param mjd null when not known
   * @param calibration name of its {@link org.novacat.layouts.spectrum.FluxCalibration}
   */
  record Spectrum(
      String novaId, String productId, @Nullable Double mjd, String fluxUnit, String calibration) {
    static Spectrum of(SpectrumRow row) {
      var time = row.observed().time();
      return new Spectrum(
          row.product().novaId(),
          row.product().productId(),
          time == null ? null : time.mjd(),
          row.measured().fluxUnit(),
          row.measured().calibration().name());
    }
  }
}
