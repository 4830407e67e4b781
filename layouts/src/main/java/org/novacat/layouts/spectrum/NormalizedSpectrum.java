package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A validated spectrum in canonical units, one or more orders of it.
 *
 * @param orders at least one, in the file's order
 * @param medium medium of {@link NormalizedOrder#wavelength()}
 * @param mediumSource how that is known
 * @param fluxUnit unit of {@link NormalizedOrder#flux()}, normalised spelling; "" when
 *     dimensionless or not stated
 * @param calibration what the flux is worth
 * @param notes each conversion, repair, assumption and dropped order, one sentence each
 */
public record NormalizedSpectrum(
    List<NormalizedOrder> orders,
    Medium medium,
    MediumSource mediumSource,
    String fluxUnit,
    FluxCalibration calibration,
    List<String> notes) {
  public NormalizedSpectrum {
    requireNonNull(medium, "medium is null");
    requireNonNull(mediumSource, "mediumSource is null");
    requireNonNull(fluxUnit, "fluxUnit is null");
    requireNonNull(calibration, "calibration is null");
    orders = List.copyOf(orders);
    notes = List.copyOf(notes);
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("Cannot build normalised spectrum: it has no order");
    }
  }

  /** Number of samples over all orders. */
  public int length() {
    return orders.stream().mapToInt(NormalizedOrder::length).sum();
  }
}
