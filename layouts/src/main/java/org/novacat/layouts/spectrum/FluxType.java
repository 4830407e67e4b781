package org.novacat.layouts.spectrum;

import java.util.Locale;

/** What the values of a spectrum are, in the words of the contract of the spectral Zarr store. */
public enum FluxType {
  /** Of the whole source, as a telescope sees it. */
  FLUX,
  /** Along one ray, by solid angle, as codes of stellar atmospheres give it. */
  INTENSITY;

  /** As the contract spells it, {@code intensity}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
