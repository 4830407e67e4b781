package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a validated spectrum that tables and items carry.
 *
 * @param instrument as the file spells it; "" when absent
 * @param telescope as the file spells it; "" when absent
 * @param observationMjd Modified Julian Date of the observation in the file's time scale; null when
 *     absent or impossible
 * @param observationPrecisionDays how wide the interval is that the file leaves open, days; null
 *     when not known
 * @param observationSpanDays from the beginning of the first exposure to the end of the last, days;
 *     null when not known
 * @param exposureSeconds exposure time, s; null when absent or not above 0
 * @param wavelengthMin shortest wavelength of all orders, Angstrom, in the file's medium
 * @param wavelengthMax longest wavelength of all orders, Angstrom, in the file's medium
 * @param samples number of samples over all orders
 * @param orders number of orders kept
 * @param snr signal to noise ratio for one sample, median over orders, by DER_SNR (Stoehr et al.
 *     2008); null when it cannot be computed
 * @param fluxUnit normalised unit of the flux as found; "" when none
 * @param calibration what the flux is worth
 * @param trust how sure the spectrum is of what it says
 */
public record SpectrumSummary(
    String instrument,
    String telescope,
    @Nullable Double observationMjd,
    @Nullable Double observationPrecisionDays,
    @Nullable Double observationSpanDays,
    @Nullable Double exposureSeconds,
    double wavelengthMin,
    double wavelengthMax,
    int samples,
    int orders,
    @Nullable Double snr,
    String fluxUnit,
    FluxCalibration calibration,
    SpectrumTrust trust)
    implements Serializable {
  public SpectrumSummary {
    requireNonNull(instrument, "instrument is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(fluxUnit, "fluxUnit is null");
    requireNonNull(calibration, "calibration is null");
    requireNonNull(trust, "trust is null");
  }

  /** The same with this trust. */
  public SpectrumSummary with(SpectrumTrust other) {
    return new SpectrumSummary(
        instrument,
        telescope,
        observationMjd,
        observationPrecisionDays,
        observationSpanDays,
        exposureSeconds,
        wavelengthMin,
        wavelengthMax,
        samples,
        orders,
        snr,
        fluxUnit,
        calibration,
        other);
  }
}
