package org.novacat.transforms.spectrum.text;

import org.novacat.layouts.spectrum.Mask;
import org.novacat.transforms.spectrum.text.table.Samples;

/** Columns that say which samples are bad. */
final class Masks {
  private Masks() {}

  /** Whether a column has whole numbers, or truth values, that leave at least half as good. */
  static boolean isPlausible(Samples samples, int column, boolean ofGood) {
    int bad = 0;
    for (int i = 0; i < samples.rows(); i++) {
      double value = samples.value(column, i);
      if (Double.isNaN(value) || value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
        return false;
      }
      bad += isBad(value, ofGood) ? 1 : 0;
    }
    return bad <= samples.rows() / 2;
  }

  private static boolean isBad(double value, boolean ofGood) {
    return ofGood ? value == 0 : value != 0;
  }

  /** The bits of some rows; those of a column of good samples are 1 where it has 0. */
  static Mask of(Samples samples, int column, boolean ofGood, int[] rows, String source) {
    int[] bits = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double value = samples.value(column, rows[i]);
      bits[i] = ofGood ? (value == 0 ? 1 : 0) : (int) value;
    }
    return new Mask(bits, ofGood ? 1 : -1, source);
  }
}
