package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

/**
 * The uncertainty of each flux sample as the file holds it.
 *
 * @param kind what the values are
 * @param values one value a sample
 * @param unit the unit as the file spells it; "" when there is none, which means that of the flux
 */
public record Uncertainty(Kind kind, double[] values, String unit) {
  /** What an uncertainty array holds. */
  public enum Kind {
    /** One standard deviation. */
    SIGMA,
    /** Its square. */
    VARIANCE,
    /** One over its square; 0 marks a sample without information. */
    IVAR
  }

  public Uncertainty {
    requireNonNull(kind, "kind is null");
    requireNonNull(values, "values is null");
    requireNonNull(unit, "unit is null");
  }
}
