package org.novacat.layouts.spectrum;

import java.util.Locale;

/** What made a spectrum, in the words of the contract of the spectral Zarr store. */
public enum SourceType {
  /** A telescope. */
  OBSERVED,
  /** A code that computes spectra, without an observation. */
  SYNTHETIC,
  /** A model that was trained on computed spectra. */
  EMULATOR,
  /** A physical model with the effects of an instrument in it. */
  FORWARD_MODEL,
  /** Several spectra put together. */
  STACKED;

  /** As the contract spells it, {@code forward_model}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a code may have computed it. */
  boolean mayBeComputed() {
    return this != OBSERVED;
  }
}
