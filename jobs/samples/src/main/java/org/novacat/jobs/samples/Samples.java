package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.transforms.wavelength.AirVacuum;

/**
 * What a spectrograph delivers.
 *
 * @param wavelength Angstrom, in the medium of the convention
 * @param flux erg/s/cm²/Å
 * @param sigma standard deviation of {@code flux}
 */
record Samples(double[] wavelength, double[] flux, double[] sigma) {
  /** The spectrum of {@code exposure} on {@code convention}'s grid of {@code n}, without noise. */
  static Samples noiseless(Exposure exposure, Convention convention, int n) {
    double[] grid = convention.grid().apply(n);
    double[] air =
        convention.medium() == Medium.VACUUM
            ? Arrays.stream(grid).map(AirVacuum::toAir).toArray()
            : grid;
    double[] flux = new NovaSpectrum(exposure.model(), exposure.day()).flux(air);
    return new Samples(grid, flux, new double[grid.length]);
  }

  /** The same flux, with the photon noise it would have: {@code snr} to one at its median. */
  Samples withSigma(double snr) {
    double median = median();
    double[] deviation = Arrays.stream(flux).map(f -> StrictMath.sqrt(f * median) / snr).toArray();
    return new Samples(wavelength, flux, deviation);
  }

  /** The flux with {@code gauss}, of standard deviation one, times sigma added to each sample. */
  Samples shaken(IntToDoubleFunction gauss) {
    double[] noisy = new double[flux.length];
    Arrays.setAll(noisy, i -> flux[i] + sigma[i] * gauss.applyAsDouble(i));
    return new Samples(wavelength, noisy, sigma);
  }

  /** These divided by the median, as amateurs publish them. */
  Samples relative() {
    return scaled(1 / median());
  }

  Samples scaled(double factor) {
    return new Samples(
        wavelength,
        Arrays.stream(flux).map(f -> f * factor).toArray(),
        Arrays.stream(sigma).map(s -> s * factor).toArray());
  }

  double median() {
    double[] sorted = flux.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  int length() {
    return wavelength.length;
  }

  double first() {
    return wavelength[0];
  }

  double last() {
    return wavelength[wavelength.length - 1];
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
