package org.novacat.layouts.unit;

/** What a text in the place of a unit means when it is no unit. */
public enum UnitWord {
  /** {@code Relative Flux}: the scale is not known. */
  RELATIVE,
  /** {@code normalized}: divided by the continuum. */
  NORMALIZED,
  /** Nothing, {@code unknown}, {@code none}: no statement. */
  UNSTATED
}
