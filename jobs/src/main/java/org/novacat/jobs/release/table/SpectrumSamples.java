package org.novacat.jobs.release.table;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.layouts.spectrum.SpectrumColumn;

/**
 * The samples of a spectrum, all of one length n ≥ 1, one order behind the other. Arrays are not
 * copied.
 *
 * @param order number of the order of each; null when all are of order 0
 * @param wavelength Angstrom, in the medium of the file
 * @param vacuum Angstrom, in vacuum; null when the medium is not known
 * @param flux in the unit of the file; NaN where it has none
 * @param uncertainty one standard deviation of flux; null when the file has none
 * @param good whether a sample is usable
 */
public record SpectrumSamples(
    int @Nullable [] order,
    double[] wavelength,
    double @Nullable [] vacuum,
    double[] flux,
    double @Nullable [] uncertainty,
    boolean[] good) {
  /** Those of arrays; written out, because a short constructor forgets which may be null. */
  public SpectrumSamples(
      int @Nullable [] order,
      double[] wavelength,
      double @Nullable [] vacuum,
      double[] flux,
      double @Nullable [] uncertainty,
      boolean[] good) {
    if (wavelength.length == 0
        || flux.length != wavelength.length
        || good.length != wavelength.length) {
      throw new IllegalArgumentException(
          "Cannot take samples: %s wavelengths, %s fluxes and %s marks"
              .formatted(wavelength.length, flux.length, good.length));
    }
    this.order = order;
    this.wavelength = wavelength;
    this.vacuum = vacuum;
    this.flux = flux;
    this.uncertainty = uncertainty;
    this.good = good;
  }

  /**
   * Those of {@code normalized/spectrum.parquet}.
   *
   * @throws IllegalArgumentException when the bytes are no such file
   */
  public static SpectrumSamples of(byte[] spectrum) {
    ParquetColumns columns = ParquetColumns.read(spectrum);
    int @Nullable [] order = columns.ints(SpectrumColumn.ORDER.columnName());
    double @Nullable [] wavelength = columns.doubles(SpectrumColumn.WAVELENGTH.columnName());
    double @Nullable [] flux = columns.doubles(SpectrumColumn.FLUX.columnName());
    boolean @Nullable [] good = columns.booleans(SpectrumColumn.GOOD.columnName());
    if (order == null || wavelength == null || flux == null || good == null) {
      throw new IllegalArgumentException(
          "Cannot take samples: the file lacks order, wavelength, flux or good");
    }
    return new SpectrumSamples(
        IntStream.of(order).allMatch(number -> number == 0) ? null : order,
        wavelength,
        columns.doubles(SpectrumColumn.WAVELENGTH_VACUUM.columnName()),
        flux,
        columns.doubles(SpectrumColumn.UNCERTAINTY.columnName()),
        good);
  }

  int orders() {
    return order == null ? 1 : (int) IntStream.of(order).distinct().count();
  }

  static @Nullable Double min(double @Nullable [] values) {
    return values == null ? null : (Double) DoubleStream.of(values).min().orElseThrow();
  }

  static @Nullable Double max(double @Nullable [] values) {
    return values == null ? null : (Double) DoubleStream.of(values).max().orElseThrow();
  }
}
