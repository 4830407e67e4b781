package org.novacat.persistence.product;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.state.ProductState;

/**
 * How many products are in each state, and of the quarantined ones, for which reason.
 *
 * @param byState only states that occur
 * @param quarantined only reasons that occur
 */
public record ProductCounts(
    Map<ProductState, Long> byState, Map<QuarantineReason, Long> quarantined) {
  public ProductCounts {
    Map<ProductState, Long> sorted =
        new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    sorted.putAll(byState);
    byState = Collections.unmodifiableMap(sorted);
    Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
    reasons.putAll(quarantined);
    quarantined = Collections.unmodifiableMap(reasons);
  }

  /** All products. */
  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }
}
