package org.novacat.layouts.unit;

/**
 * Base quantities of the units that spectra meet. Things that are counted are kept apart from each
 * other, for no fixed factor turns one into another, and angle is kept so that a surface brightness
 * is no flux density.
 */
public enum Base {
  LENGTH,
  MASS,
  TIME,
  TEMPERATURE,
  ANGLE,
  COUNT,
  ADU,
  PHOTON,
  ELECTRON,
  /** IUE flux numbers, the instrument's own linearised scale. */
  FLUX_NUMBER,
  PIXEL,
  MAGNITUDE,
  BEAM
}
