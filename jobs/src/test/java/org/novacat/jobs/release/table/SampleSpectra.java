package org.novacat.jobs.release.table;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

/** Rows of a table of spectra. */
final class SampleSpectra {
  private static final Credit CREDIT = new Credit("CC-BY-4.0", "", "", "");

  private SampleSpectra() {}

  /** A spectrum from 4000 Å on, of which little is known. */
  static SpectrumRow row(int n, int samples) {
    double[] wavelength = IntStream.range(0, samples).mapToDouble(i -> 4000.0 + i).toArray();
    boolean[] good = new boolean[samples];
    Arrays.fill(good, true);
    return row(
        n,
        Medium.UNKNOWN,
        null,
        new SpectrumSamples(null, wavelength, null, wavelength.clone(), null, good));
  }

  /** One from a wavelength on, in even steps of Angstrom, whose fluxes differ. */
  static SpectrumRow at(int n, double from, double step, int samples) {
    double[] wavelength = IntStream.range(0, samples).mapToDouble(i -> from + i * step).toArray();
    double[] flux = new Random(n).doubles(samples).toArray();
    return row(
        n,
        Medium.UNKNOWN,
        null,
        new SpectrumSamples(null, wavelength, null, flux, null, row(n, samples).samples().good()));
  }

  /** One that no compression makes small. */
  static SpectrumRow noise(int n, int samples) {
    SpectrumSamples plain = row(n, samples).samples();
    double[] noise = new Random(n).doubles(samples).toArray();
    return row(
        n,
        Medium.UNKNOWN,
        null,
        new SpectrumSamples(null, plain.wavelength(), null, noise, noise, plain.good()));
  }

  /** A spectrum of two orders, of which everything is known, with three samples. */
  static SpectrumRow full(int n, int samples) {
    SpectrumSamples plain = row(n, samples).samples();
    return row(
        n,
        Medium.AIR,
        new ObservationTime(57_000.25, TimeScale.UTC, "MJD-OBS", 0.001, 0.1),
        new SpectrumSamples(
            new int[] {3, 3, 4},
            plain.wavelength(),
            new double[] {4001.1, 4002.1, 4003.1},
            new double[] {1, Double.NaN, 3},
            new double[] {0.1, Double.NaN, 0.3},
            new boolean[] {true, false, true}));
  }

  private static SpectrumRow row(
      int n, Medium medium, ObservationTime time, SpectrumSamples samples) {
    return new SpectrumRow(
        new SpectrumRow.Product("n1", "V1500 Cyg", "p" + n, "ARAS", "a.fits"),
        new SpectrumRow.Observed("", "LISA", "", time, time == null ? null : 600.0),
        new SpectrumRow.Measured(medium, "", FluxCalibration.RELATIVE, null),
        CREDIT,
        "nova/n1/p.parquet",
        samples);
  }
}
