package org.novacat.layouts.unit;

/**
 * One unit symbol, a prefix included.
 *
 * @param text normalised spelling
 * @param scale size in base units
 * @param dimension what it measures
 */
record Symbol(String text, Scale scale, Dimension dimension) {
  Symbol prefixed(String prefix, int exponent) {
    return new Symbol(prefix + text, scale.times(Scale.tenTo(exponent)), dimension);
  }
}
