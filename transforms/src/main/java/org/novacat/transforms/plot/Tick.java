package org.novacat.transforms.plot;

/**
 * A mark on an axis.
 *
 * @param value where, in the unit of the axis
 * @param label what is written beside it; "" for a mark between
 */
record Tick(double value, String label) {
  boolean major() {
    return !label.isEmpty();
  }
}
