package org.novacat.layouts.unit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A product of powers of base quantities.
 *
 * @param exponents no entry for an exponent of zero; empty when dimensionless
 */
public record Dimension(Map<Base, Double> exponents) {
  /** Of pure numbers. */
  public static final Dimension NONE = new Dimension(Map.of());

  public Dimension {
    EnumMap<Base, Double> kept = new EnumMap<>(Base.class);
    exponents.forEach((base, power) -> kept.merge(base, power, Double::sum));
    kept.values().removeIf(power -> power == 0);
    exponents = Collections.unmodifiableMap(kept);
  }

  /** The dimension of a product. */
  public Dimension times(Dimension other) {
    EnumMap<Base, Double> sum = new EnumMap<>(Base.class);
    sum.putAll(exponents);
    other.exponents.forEach((base, power) -> sum.merge(base, power, Double::sum));
    return new Dimension(sum);
  }

  /** The dimension of a power. */
  public Dimension power(double power) {
    EnumMap<Base, Double> scaled = new EnumMap<>(Base.class);
    exponents.forEach((base, exponent) -> scaled.put(base, exponent * power));
    return new Dimension(scaled);
  }
}
