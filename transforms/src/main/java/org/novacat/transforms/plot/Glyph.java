package org.novacat.transforms.plot;

import java.util.List;

/**
 * A character as strokes. Coordinates grow to the right and upwards from the baseline; capitals are
 * 14 high, small letters 10.
 *
 * @param advance distance to the next character
 * @param strokes polylines, each x and y in turn
 */
record Glyph(double advance, List<double[]> strokes) {}
