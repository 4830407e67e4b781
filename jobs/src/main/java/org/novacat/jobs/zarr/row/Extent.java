package org.novacat.jobs.zarr.row;

import java.io.Serializable;

/**
 * How large and how small the numbers of a row are, of its flux and its uncertainty together.
 *
 * @param largest absolute value; 0 where there is none
 * @param smallest absolute value that is not 0; infinite where there is none
 */
public record Extent(double largest, double smallest) implements Serializable {
  /** Of no numbers. */
  public static final Extent NONE = new Extent(0, Double.POSITIVE_INFINITY);

  static Extent of(GridRow row) {
    return of(row.flux()).and(of(row.uncertainty()));
  }

  private static Extent of(double[] values) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      double size = Math.abs(value);
      if (size > 0) { // NaN is not
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    return new Extent(largest, smallest);
  }

  /** Of both. */
  public Extent and(Extent other) {
    return new Extent(Math.max(largest, other.largest), Math.min(smallest, other.smallest));
  }

  /** Whether numbers of four bytes can hold all of them with all of their digits. */
  public boolean fitsFloat() {
    return largest <= Float.MAX_VALUE && smallest >= Float.MIN_NORMAL;
  }
}
