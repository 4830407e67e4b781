package org.novacat.jobs.zarr.row;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.layouts.spectrum.SpectrumColumn;
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
    boolean[] good = requireNonNull(columns.booleans(name(SpectrumColumn.GOOD)), "no marks");
    return new OrderSamples(
        order,
        requireNonNull(doubles(columns, SpectrumColumn.WAVELENGTH, from, to), "no wavelengths"),
        doubles(columns, SpectrumColumn.WAVELENGTH_VACUUM, from, to),
        requireNonNull(doubles(columns, SpectrumColumn.FLUX, from, to), "no flux"),
        doubles(columns, SpectrumColumn.FLUX_LAMBDA, from, to),
        doubles(columns, SpectrumColumn.UNCERTAINTY, from, to),
        doubles(columns, SpectrumColumn.UNCERTAINTY_LAMBDA, from, to),
        Arrays.copyOfRange(good, from, to));
  }

  private static double @Nullable [] doubles(
      ParquetColumns columns, SpectrumColumn column, int from, int to) {
    double[] all = columns.doubles(name(column));
    return all == null ? null : Arrays.copyOfRange(all, from, to);
  }

  private static String name(SpectrumColumn column) {
    return column.columnName();
  }

  int bad() {
    int bad = 0;
    for (boolean usable : good) {
      bad += usable ? 0 : 1;
    }
    return bad;
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
    return sound;
  }

  private static double[] sigmas(double @Nullable [] sigma, double[] flux) {
    double[] known = new double[flux.length];
    for (int i = 0; i < known.length; i++) {
      boolean there = sigma != null && sigma[i] > 0 && !Double.isNaN(flux[i]);
      known[i] = there && sigma != null && Double.isFinite(sigma[i]) ? sigma[i] : Double.NaN;
    }
    return known;
  }

  private static Optional<GridRow> resampled(
      double[] axis, double[] flux, double @Nullable [] sigma, PixelGrid pixels) {
    if (axis.length < 2) {
      return Optional.empty();
    }
    Resampled row = Resampler.resample(axis, flux, sigma, pixels);
    return Optional.of(new GridRow(pixels.centres(), row.flux(), row.uncertainty()));
  }
}
