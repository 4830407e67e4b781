package org.novacat.layouts.spectrum;

/** What the flux values are worth. */
public enum FluxCalibration {
  /** A flux density on an absolute scale. */
  ABSOLUTE,
  /** The shape is right, the scale is not known. */
  RELATIVE,
  /** Divided by the continuum. */
  NORMALIZED,
  /** Counts, ADU, or no statement at all. */
  UNCALIBRATED
}
