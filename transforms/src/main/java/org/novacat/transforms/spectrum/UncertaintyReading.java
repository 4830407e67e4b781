package org.novacat.transforms.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * Uncertainties in canonical form, in the order of the axis.
 *
 * @param sigma one standard deviation, unit of the flux, NaN where unknown; null when the file has
 *     none that can be used
 * @param uninformed samples that the file says carry no information (inverse variance 0); null when
 *     it says nothing of the kind
 */
record UncertaintyReading(double @Nullable [] sigma, boolean @Nullable [] uninformed) {
  static final UncertaintyReading NONE = new UncertaintyReading(null, null);
}
