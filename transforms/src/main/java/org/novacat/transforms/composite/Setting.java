package org.novacat.transforms.composite;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;

/**
 * What spectra must have in common to become one.
 *
 * @param provider who published them
 * @param instrument as the files spell it; "" when they say nothing
 * @param medium of the wavelengths; unknown is one of its own, and not mixed with the others
 * @param fluxUnit normalised spelling; "" when dimensionless or not stated
 * @param calibration what the flux is worth
 */
public record Setting(
    String provider, String instrument, Medium medium, String fluxUnit, FluxCalibration calibration)
    implements Comparable<Setting> {
  private static final Comparator<Setting> ORDER =
      Comparator.comparing(Setting::provider)
          .thenComparing(Setting::instrument)
          .thenComparing(Setting::medium)
          .thenComparing(Setting::fluxUnit)
          .thenComparing(Setting::calibration);

  public Setting {
    requireNonNull(provider, "provider is null");
    requireNonNull(instrument, "instrument is null");
    requireNonNull(medium, "medium is null");
    requireNonNull(fluxUnit, "fluxUnit is null");
    requireNonNull(calibration, "calibration is null");
  }

  @Override
  public int compareTo(Setting other) {
    return ORDER.compare(this, other);
  }
}
