package org.novacat.layouts.unit;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A unit that was understood, and the number that stood before it.
 *
 * @param symbol normalised spelling after IVOA VOUnits 1.0, e.g. {@code erg.s**-1.cm**-2}, without
 *     the factor; "" when dimensionless
 * @param factor the leading factor, e.g. 1e-17; 1 when there is none
 * @param scale size of the unit in base units (SI for those that SI has), without the factor
 * @param dimension what it measures
 */
public record Unit(String symbol, double factor, Scale scale, Dimension dimension) {
  public Unit {
    requireNonNull(symbol, "symbol is null");
    requireNonNull(scale, "scale is null");
    requireNonNull(dimension, "dimension is null");
  }

  /** The same unit without its leading factor. */
  public Unit bare() {
    return new Unit(symbol, 1, scale, dimension);
  }

  /**
   * The number that turns a value in this unit into one in {@code target}, leading factors
   * included; empty when the dimensions differ.
   */
  public OptionalDouble factorTo(Unit target) {
    if (!dimension.equals(target.dimension)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(factor / target.factor * scale.over(target.scale).toDouble());
  }

  /**
   * This unit raised to a power, its factor with it; the symbol of the result is not normalised.
   */
  public Unit power(double power) {
    return new Unit(
        "(" + symbol + ")**" + power,
        StrictMath.pow(factor, power),
        scale.power(power),
        dimension.power(power));
  }
}
