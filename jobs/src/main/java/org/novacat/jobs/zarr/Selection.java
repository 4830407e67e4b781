package org.novacat.jobs.zarr;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.zarr.row.LeftOut;
import org.novacat.jobs.zarr.row.PlannedSpectrum;
import org.novacat.jobs.zarr.row.ProductFacts;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.SpectrumOrigin;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;

/**
 * The valid spectra that a store is to have, by id, which is the order of its rows.
 *
 * @param lost valid spectra that the table knows no objects of
 * @param notPublic how many of the spectra are not for everybody to see
 */
record Selection(List<PlannedSpectrum> spectra, List<Note> lost, int notPublic) {
  Selection {
    spectra = List.copyOf(spectra);
    lost = List.copyOf(lost);
  }

  /**
   * Looks for them.
   *
   * @param wanted which of them; a condition of the user
   * @throws org.novacat.jobs.cli.UserError when a nova is not known
   */
  static Selection of(
      Stores stores, ExportOptions options, Predicate<DataProductId> wanted, LocalDate today) {
    Gathering gathering = new Gathering(stores, options, wanted, today);
    novae(stores, options).forEach(gathering::add);
    return gathering.selection();
  }

  private static Stream<Nova> novae(Stores stores, ExportOptions options) {
    return options.novae().isEmpty()
        ? stores.catalog().novae().list()
        : options.novae().stream()
            .map(name -> survivor(stores, Named.nova(stores, name)))
            .distinct();
  }

  /** The nova that one turned out to be, which has its spectra. */
  private static Nova survivor(Stores stores, Nova nova) {
    NovaId into = nova.mergedInto();
    return into == null
        ? nova
        : stores.catalog().novae().find(into).map(other -> survivor(stores, other)).orElse(nova);
  }

  /** What is found of novae, one after the other. */
  private static final class Gathering {
    private final Stores stores;
    private final ExportOptions options;
    private final Predicate<DataProductId> wanted;
    private final LocalDate today;
    private final Map<DataProductId, PlannedSpectrum> found = new HashMap<>();
    private final List<Note> lost = new ArrayList<>();
    private int notPublic;

    Gathering(
        Stores stores, ExportOptions options, Predicate<DataProductId> wanted, LocalDate today) {
      this.stores = stores;
      this.options = options;
      this.wanted = wanted;
      this.today = today;
    }

    /** With those of the novae that turned out to be it. */
    void add(Nova nova) {
      add(nova, nova.id());
      nova.absorbed().forEach(other -> add(nova, other));
    }

    private void add(Nova nova, NovaId partition) {
      var files = stores.catalog().spectrumObjects().files(partition);
      try (Stream<SpectraProduct> products = stores.catalog().products().ofNova(partition)) {
        products
            .filter(this::isWanted)
            .forEach(product -> add(nova, product, files.getOrDefault(product.id(), Map.of())));
      }
    }

    private boolean isWanted(SpectraProduct product) {
      Set<String> providers = Set.copyOf(options.providers());
      return product.state().validation() == ValidationStatus.VALID
          && (providers.isEmpty() || providers.contains(product.provider().name()))
          && (!options.publicOnly() || isPublic(product))
          && wanted.test(product.id());
    }

    private boolean isPublic(SpectraProduct product) {
      return product.rights().access().isPublicOn(today);
    }

    private void add(Nova nova, SpectraProduct product, Map<FileRole, Pointer> files) {
      Pointer parquet = files.get(FileRole.SPECTRUM);
      Pointer metadata = files.get(FileRole.METADATA);
      Pointer raw = product.rawFile();
      if (parquet == null || metadata == null || raw == null || product.summary() == null) {
        lost.add(lost(product));
        return;
      }
      notPublic += isPublic(product) ? 0 : 1;
      found.put(
          product.id(),
          new PlannedSpectrum(0, product.id(), parquet, metadata, raw, facts(nova, product)));
    }

    private static Note lost(SpectraProduct product) {
      return new Note(
          product.id().toString(),
          LeftOut.OBJECT_LOST.name(),
          "the table knows no objects of it (run 'novacat recover', then 'novacat ingest-spectra')");
    }

    private static ProductFacts facts(Nova nova, SpectraProduct product) {
      var profile = product.profile();
      return new ProductFacts(
          nova.id().toString(),
          nova.primaryName(),
          product.provider().name(),
          profile == null ? "" : profile.fitsProfileId(),
          product.rights().rights(),
          product.rights().licence(),
          product.rights().bibcode(),
          SpectrumOrigin.of(product.stated()),
          requireNonNull(product.summary(), "no summary"));
    }

    Selection selection() {
      List<PlannedSpectrum> sorted = new ArrayList<>(found.values());
      sorted.sort(Comparator.comparing(one -> one.id().toString()));
      List<PlannedSpectrum> numbered = new ArrayList<>();
      for (PlannedSpectrum one : sorted) {
        numbered.add(
            new PlannedSpectrum(
                numbered.size(), one.id(), one.parquet(), one.metadata(), one.raw(), one.facts()));
      }
      return new Selection(numbered, lost, notPublic);
    }
  }
}
