package org.novacat.jobs.endtoend;

import java.io.Serializable;

/**
 * An order of a stored spectrum: ends and sums over finite values, of wavelength and flux.
 *
 * @param file the Parquet file
 */
record StoredSeries(String file, int order, Series wavelength, Series flux)
    implements Serializable {
  /** One column. */
  record Series(long n, double first, double last, double sum) implements Serializable {
    static final Series NONE = new Series(0, Double.NaN, Double.NaN, 0);

    Series plus(double value) {
      double start = n == 0 ? value : first;
      return new Series(n + 1, start, value, Double.isFinite(value) ? sum + value : sum);
    }
  }

  static StoredSeries begin(String file, int order) {
    return new StoredSeries(file, order, Series.NONE, Series.NONE);
  }

  /** Whether a sample is the next of this order: an order's wavelengths increase. */
  boolean isFollowedBy(String nextFile, int nextOrder, double nextWavelength) {
    return file.equals(nextFile) && order == nextOrder && nextWavelength > wavelength.last();
  }

  StoredSeries plus(double nextWavelength, double nextFlux) {
    return new StoredSeries(file, order, wavelength.plus(nextWavelength), flux.plus(nextFlux));
  }
}
