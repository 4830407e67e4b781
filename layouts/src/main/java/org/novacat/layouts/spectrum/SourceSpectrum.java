package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One spectrum, or one order of one, as the file holds it: its own sampling, order and units.
 *
 * @param hdu index of the HDU that holds the flux, from 0
 * @param order the file's own number where the convention has one (echelle order, aperture line,
 *     row); 0 for a file of one spectrum
 * @param axis wavelengths, length n
 * @param flux flux samples, length n
 * @param uncertainty null when the file has none, else length n
 * @param mask null when the file has none, else length n
 */
public record SourceSpectrum(
    int hdu,
    int order,
    SpectralAxis axis,
    Flux flux,
    @Nullable Uncertainty uncertainty,
    @Nullable Mask mask) {
  public SourceSpectrum {
    requireNonNull(axis, "axis is null");
    requireNonNull(flux, "flux is null");
    sameLength("flux", flux.values().length, axis);
    if (uncertainty != null) {
      sameLength("uncertainty", uncertainty.values().length, axis);
    }
    if (mask != null) {
      sameLength("mask", mask.bits().length, axis);
    }
  }

  /** Number of samples. */
  public int length() {
    return axis.values().length;
  }

  private static void sameLength(String what, int length, SpectralAxis axis) {
    if (length != axis.values().length) {
      throw new IllegalArgumentException(
          "Cannot build spectrum: %s samples of %s for %s wavelengths"
              .formatted(length, what, axis.values().length));
    }
  }
}
