package org.novacat.jobs.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spectrum.SpectrumObjects;
import org.novacat.jobs.spectrum.StoredSpectrum;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.transforms.composite.Constituent;
import org.novacat.transforms.composite.Setting;

/** Fetches the spectra of a night, each compared with the hashes that the table has. */
final class Constituents {
  private final List<Constituent> all = new ArrayList<>();
  private final Set<String> timeScales = new TreeSet<>();

  private Constituents() {}

  /**
   * Those of these products.
   *
   * @throws org.novacat.jobs.cli.UserError when the table points at no object of one
   * @throws org.novacat.persistence.store.UnusableObject when an object is not the one that the
   *     table points at
   */
  static Constituents read(Stores stores, List<SpectraProduct> products) {
    Constituents read = new Constituents();
    for (SpectraProduct product : products) {
      if (NightOfNova.isSharp(product)) {
        read.add(product, SpectrumObjects.read(stores, product));
      } else {
        read.add(product);
      }
    }
    return read;
  }

  List<Constituent> all() {
    return List.copyOf(all);
  }

  /** The time scale of all epochs; "" when they differ. */
  String timeScale() {
    return timeScales.size() == 1 ? timeScales.iterator().next() : "";
  }

  /** Without its samples: by its time alone it is left out, and there may be thousands. */
  private void add(SpectraProduct product) {
    SpectrumSummary summary = NightOfNova.summary(product);
    Setting setting =
        new Setting(
            product.provider().name(),
            summary.instrument(),
            Medium.UNKNOWN,
            summary.fluxUnit(),
            summary.calibration());
    double[] none = {};
    all.add(
        new Constituent(
            product.id().toString(),
            "",
            setting,
            NightOfNova.epoch(product),
            summary.orders(),
            none,
            none,
            null));
  }

  /** Of several orders only the number counts: such a spectrum is left out. */
  private void add(SpectraProduct product, StoredSpectrum spectrum) {
    SpectrumSummary summary = NightOfNova.summary(product);
    timeScales.add(spectrum.text("/observation/time/scale"));
    all.add(
        new Constituent(
            product.id().toString(),
            spectrum.text("/source/sha256"),
            setting(product, summary, spectrum),
            NightOfNova.epoch(product),
            summary.orders(),
            spectrum.wavelength(),
            spectrum.goodFlux(),
            spectrum.uncertainty()));
  }

  private static Setting setting(
      SpectraProduct product, SpectrumSummary summary, StoredSpectrum spectrum) {
    return new Setting(
        product.provider().name(),
        summary.instrument(),
        spectrum.statedMedium(),
        summary.fluxUnit(),
        summary.calibration());
  }
}
