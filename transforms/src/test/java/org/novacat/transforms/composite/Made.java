package org.novacat.transforms.composite;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;

/** Spectra for tests; each method gives another one. */
record Made(Constituent spectrum) {
  static final Setting SETTING = setting("ESO", "XSHOOTER", Medium.AIR, "Jy");

  /** A sharp exposure of 2021-08-24 with the flux 10 and the uncertainty 1. */
  static Made of(String id, double start, double stop, double step) {
    double[] x =
        IntStream.rangeClosed(0, (int) Math.round((stop - start) / step))
            .mapToDouble(i -> start + i * step)
            .toArray();
    return on(id, x);
  }

  /** The same with samples at these wavelengths. */
  static Made on(String id, double... x) {
    Epoch epoch = new Epoch(59450.1, 0.001, null);
    return new Made(
        new Constituent(id, "sha of " + id, SETTING, epoch, 1, x, flat(x, 10), flat(x, 1)));
  }

  static Setting setting(String provider, String instrument, Medium medium, String unit) {
    return new Setting(provider, instrument, medium, unit, FluxCalibration.ABSOLUTE);
  }

  Made flux(DoubleUnaryOperator of) {
    return with(Arrays.stream(spectrum.wavelength()).map(of).toArray(), spectrum.uncertainty());
  }

  Made flux(double value) {
    return flux(x -> value);
  }

  Made sigma(double value) {
    return with(spectrum.flux(), flat(spectrum.wavelength(), value));
  }

  Made withoutErrors() {
    return with(spectrum.flux(), null);
  }

  Made bad(int sample) {
    double[] flux = spectrum.flux().clone();
    flux[sample] = Double.NaN;
    return with(flux, spectrum.uncertainty());
  }

  Made at(double mjd) {
    return at(new Epoch(mjd, 0.001, null));
  }

  Made at(Epoch epoch) {
    return new Made(
        new Constituent(
            spectrum.id(),
            spectrum.sha256(),
            spectrum.setting(),
            epoch,
            spectrum.orders(),
            spectrum.wavelength(),
            spectrum.flux(),
            spectrum.uncertainty()));
  }

  Made in(Setting setting) {
    return new Made(
        new Constituent(
            spectrum.id(),
            spectrum.sha256(),
            setting,
            spectrum.epoch(),
            spectrum.orders(),
            spectrum.wavelength(),
            spectrum.flux(),
            spectrum.uncertainty()));
  }

  Made orders(int orders) {
    return new Made(
        new Constituent(
            spectrum.id(),
            spectrum.sha256(),
            spectrum.setting(),
            spectrum.epoch(),
            orders,
            spectrum.wavelength(),
            spectrum.flux(),
            spectrum.uncertainty()));
  }

  Made sha256(String sha256) {
    return new Made(
        new Constituent(
            spectrum.id(),
            sha256,
            spectrum.setting(),
            spectrum.epoch(),
            spectrum.orders(),
            spectrum.wavelength(),
            spectrum.flux(),
            spectrum.uncertainty()));
  }

  Made with(double[] flux, double @Nullable [] uncertainty) {
    return new Made(
        new Constituent(
            spectrum.id(),
            spectrum.sha256(),
            spectrum.setting(),
            spectrum.epoch(),
            spectrum.orders(),
            spectrum.wavelength(),
            flux,
            uncertainty));
  }

  private static double[] flat(double[] like, double value) {
    double[] flat = new double[like.length];
    Arrays.fill(flat, value);
    return flat;
  }
}
