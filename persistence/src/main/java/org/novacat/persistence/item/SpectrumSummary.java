package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.FluxCalibration;

/**
 * What a valid spectrum is, for lists and queries. Text is "" when the file does not say; numbers
 * are finite.
 *
 * @param observationDateMjd Modified Julian Date as the file gives it; null when it does not
 * @param exposureTimeS exposure time, s; null when not given
 * @param wavelengthMin Angstrom
 * @param wavelengthMax Angstrom
 * @param nSamples over all orders
 * @param snr median signal to noise; null when it cannot be told
 * @param fluxUnit normalised spelling; "" when dimensionless or not stated
 */
public record SpectrumSummary(
    String instrument,
    String telescope,
    @Nullable Double observationDateMjd,
    @Nullable Double exposureTimeS,
    double wavelengthMin,
    double wavelengthMax,
    long nSamples,
    @Nullable Double snr,
    String fluxUnit,
    FluxCalibration fluxCalibration) {
  public SpectrumSummary {
    requireNonNull(instrument, "instrument is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(fluxUnit, "fluxUnit is null");
    requireNonNull(fluxCalibration, "fluxCalibration is null");
    finite("observationDateMjd", observationDateMjd);
    finite("exposureTimeS", exposureTimeS);
    finite("wavelengthMin", wavelengthMin);
    finite("wavelengthMax", wavelengthMax);
    finite("snr", snr);
  }

  private static void finite(String name, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Cannot build spectrum summary: %s is %s (leave it null)".formatted(name, value));
    }
  }
}
