package org.novacat.transforms.resample;

import static java.util.Objects.requireNonNull;

/**
 * A spectrum on the pixels of a {@link PixelGrid}; both arrays have one value a pixel.
 *
 * @param flux in the unit of the input; NaN where the input does not cover the whole pixel
 * @param uncertainty one standard deviation, same unit, as if pixels were independent ({@link
 *     Resampler#varianceFactor}); NaN where flux is NaN, and where the uncertainty of one of the
 *     samples that went into the pixel is not known. Never 0.
 */
public record Resampled(double[] flux, double[] uncertainty) {
  public Resampled {
    requireNonNull(flux, "flux is null");
    requireNonNull(uncertainty, "uncertainty is null");
    if (flux.length != uncertainty.length) {
      throw new IllegalArgumentException(
          "Cannot build resampled spectrum: %s fluxes and %s uncertainties (give one of each a pixel)"
              .formatted(flux.length, uncertainty.length));
    }
  }

  /** Number of pixels. */
  public int length() {
    return flux.length;
  }
}
