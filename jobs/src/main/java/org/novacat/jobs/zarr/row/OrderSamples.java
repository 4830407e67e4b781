package org.novacat.jobs.zarr.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.spectral.check.Sentinels;
import org.novacat.transforms.resample.PixelGrid;
import org.novacat.transforms.resample.Resampled;
import org.novacat.transforms.resample.Resampler;

/**
 * One order of a spectrum as {@code normalized/spectrum.parquet} has it. Arrays have one length and
 * are not copied.
 *
 * @param wavelength Angstrom, in the medium of the file
 * @param vacuum Angstrom, in vacuum; null when the medium is not known
 * @param flux in the unit of the file
 * @param calibrated erg s-1 cm-2 Angstrom-1; null when the flux is no flux density
 * @param uncertainty of flux; null when the file has none
 * @param ofCalibrated uncertainty of calibrated; null when there is none
 * @param good whether a sample is usable
 */
record OrderSamples(
    int order,
    double[] wavelength,
    double @Nullable [] vacuum,
    double[] flux,
    double @Nullable [] calibrated,
    double @Nullable [] uncertainty,
    double @Nullable [] ofCalibrated,
    boolean[] good) {

  /** Written out, because a short constructor forgets which may be null. */
  OrderSamples(
      int order,
      double[] wavelength,
      double @Nullable [] vacuum,
      double[] flux,
      double @Nullable [] calibrated,
      double @Nullable [] uncertainty,
      double @Nullable [] ofCalibrated,
      boolean[] good) {
    this.order = order;
    this.wavelength = wavelength;
    this.vacuum = vacuum;
    this.flux = flux;
    this.calibrated = calibrated;
    this.uncertainty = uncertainty;
    this.ofCalibrated = ofCalibrated;
    this.good = good;
  }

  /**
   * The orders of a spectrum, in the order of their numbers.
   *
   * @throws IllegalArgumentException when the bytes are no spectrum
   */
  static List<OrderSamples> read(byte[] spectrum) {
    ParquetColumns columns = ParquetColumns.read(spectrum);
    int[] order = columns.ints(name(SpectrumColumn.ORDER));
    if (order == null) {
      throw new IllegalArgumentException("Cannot read spectrum: it has no samples (reprocess it)");
    }
    List<OrderSamples> orders = new ArrayList<>();
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && order[to] == order[from]) {
        to++;
      }
      orders.add(slice(columns, order[from], from, to));
    }
    orders.sort((one, other) -> Integer.compare(one.order, other.order));
    return orders;
  }

  private static OrderSamples slice(ParquetColumns columns, int order, int from, int to) {
    boolean[] good = there(columns.booleans(name(SpectrumColumn.GOOD)), "marks");
    return new OrderSamples(
        order,
        there(doubles(columns, SpectrumColumn.WAVELENGTH, from, to), "wavelengths"),
        doubles(columns, SpectrumColumn.WAVELENGTH_VACUUM, from, to),
        there(doubles(columns, SpectrumColumn.FLUX, from, to), "flux"),
        doubles(columns, SpectrumColumn.FLUX_LAMBDA, from, to),
        doubles(columns, SpectrumColumn.UNCERTAINTY, from, to),
        doubles(columns, SpectrumColumn.UNCERTAINTY_LAMBDA, from, to),
        Arrays.copyOfRange(good, from, to));
  }

  private static <T> T there(@Nullable T values, String what) {
    if (values == null) {
      throw new IllegalArgumentException(
          "Cannot read spectrum: it has no %s (reprocess it)".formatted(what));
    }
    return values;
  }

  private static double @Nullable [] doubles(
      ParquetColumns columns, SpectrumColumn column, int from, int to) {
    double[] all = columns.doubles(name(column));
    return all == null ? null : Arrays.copyOfRange(all, from, to);
  }

  private static String name(SpectrumColumn column) {
    return column.columnName();
  }

  /** Samples that are not usable, and those whose flux stands for a missing number. */
  int bad() {
    double[] sound = masked(flux);
    int bad = 0;
    for (int i = 0; i < good.length; i++) {
      boolean none = good[i] && Double.isNaN(sound[i]) && Double.isFinite(flux[i]);
      bad += !good[i] || none ? 1 : 0;
    }
    return bad;
  }

  /** Whether its wavelengths increase strictly, in whatever medium. */
  boolean increases() {
    return increases(wavelength) && (vacuum == null || increases(vacuum));
  }

  /** What is not known is passed over. */
  private static boolean increases(double[] axis) {
    double last = Double.NEGATIVE_INFINITY;
    for (double value : axis) {
      if (value <= last) {
        return false;
      }
      last = Double.isNaN(value) ? last : value;
    }
    return true;
  }

  /** Whether it has the columns of a variant, on whatever grid. */
  boolean has(Variant variant) {
    double[] axis = variant.vacuum() ? vacuum : wavelength;
    return axis != null && isKnown(axis) && (variant.calibrated() ? calibrated : flux) != null;
  }

  /** On a grid; empty when it lacks a column of the variant, or too few samples to resample. */
  Optional<GridRow> on(Grid grid, Variant variant) {
    double[] axis = variant.vacuum() ? vacuum : wavelength;
    double[] values = variant.calibrated() ? calibrated : flux;
    double[] sigma = variant.calibrated() ? ofCalibrated : uncertainty;
    if (axis == null || values == null || !isKnown(axis)) {
      return Optional.empty();
    }
    double[] sound = masked(values);
    return grid instanceof Grid.Common common
        ? resampled(axis, sound, sigma, common.pixels())
        : Optional.of(new GridRow(axis, sound, sigmas(sigma, sound)));
  }

  private static boolean isKnown(double[] axis) {
    return Arrays.stream(axis).allMatch(Double::isFinite);
  }

  /** What is not good is not there. */
  private double[] masked(double[] values) {
    double[] sound = values.clone();
    for (int i = 0; i < sound.length; i++) {
      sound[i] = good[i] && Double.isFinite(sound[i]) ? sound[i] : Double.NaN;
    }
    return withoutSentinels(sound);
  }

  /** Some programs write -999 or 1e30 where there is no number; the contract wants NaN. */
  private static double[] withoutSentinels(double[] values) {
    OptionalDouble found = Sentinels.apart(values);
    while (found.isPresent()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) values[i] == found.getAsDouble() ? Double.NaN : values[i];
      }
      found = Sentinels.apart(values);
    }
    return values;
  }

  private static double[] sigmas(double @Nullable [] sigma, double[] flux) {
    double[] known = new double[flux.length];
    for (int i = 0; i < known.length; i++) {
      boolean there = sigma != null && sigma[i] > 0 && !Double.isNaN(flux[i]);
      known[i] = there && sigma != null && Double.isFinite(sigma[i]) ? sigma[i] : Double.NaN;
    }
    return withoutSentinels(known);
  }

  private static Optional<GridRow> resampled(
      double[] axis, double[] flux, double @Nullable [] sigma, PixelGrid pixels) {
    if (axis.length < 2) {
      return Optional.empty();
    }
    double[] known = sigma == null ? null : sigmas(sigma, flux);
    Resampled row = Resampler.resample(axis, flux, known, pixels);
    return Optional.of(
        new GridRow(
            pixels.centres(), withoutSentinels(row.flux()), withoutSentinels(row.uncertainty())));
  }
}
