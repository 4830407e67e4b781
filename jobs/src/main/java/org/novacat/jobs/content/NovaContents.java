package org.novacat.jobs.content;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.nova.IdentityStatus;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;

/** Finds out what of novae goes out, from their items as they are now. */
public final class NovaContents {
  private static final Comparator<SpectrumContent> BY_TIME =
      comparing(
              (SpectrumContent spectrum) -> spectrum.summary().observationMjd(),
              nullsLast(Comparator.<Double>naturalOrder()))
          .thenComparing(SpectrumContent::id);

  private final Catalog catalog;
  private final LocalDate today;

  /**
   * Reads items of a catalogue.
   *
   * @param clock by whose day, in UTC, it is decided what everybody may see
   */
  public NovaContents(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.today = LocalDate.ofInstant(clock.instant(), UTC);
  }

  /** Of the nova with an id; empty when there is none. Costs a handful of requests. */
  public Optional<NovaContent> find(NovaId id) {
    return catalog.novae().find(id).map(this::of);
  }

  /** Spectra of a nova that are not public, or of which a copy is not. */
  public Set<DataProductId> closed(NovaId nova) {
    try (Stream<SpectraProduct> products = catalog.products().ofNova(nova)) {
      return products
          .filter(product -> !product.rights().access().isPublicOn(today))
          .map(product -> requireNonNullElse(product.duplicateOf(), product.id()))
          .collect(toUnmodifiableSet());
    }
  }

  /** Of a nova as its item was read. */
  public NovaContent of(Nova nova) {
    Gathering gathering = new Gathering(nova);
    if (nova.mergedInto() == null) {
      gathering.spectra(nova.id());
      nova.absorbed().forEach(gathering::spectra);
      gathering.photometry();
    }
    return gathering.content();
  }

  /** The last of those that a nova was merged into, one after the other; null of one of its own. */
  private @Nullable Nova survivor(Nova nova) {
    Set<NovaId> seen = new HashSet<>();
    Nova last = null;
    for (NovaId next = nova.mergedInto(); next != null && seen.add(next); ) {
      Nova into = catalog.novae().find(next).orElse(null);
      last = into == null ? last : into;
      next = into == null ? null : into.mergedInto();
    }
    return last;
  }

  /** What is found of one nova. */
  private final class Gathering {
    private final Nova nova;
    private final @Nullable Nova survivor;
    private final List<SpectrumContent> spectra = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private @Nullable PhotometryContent photometry;
    private @Nullable LocalDate nextChange;
    private int notPublic;

    /** Spectra of which a copy is not public: of the same data the stricter word holds. */
    private final Set<DataProductId> closed = new HashSet<>();

    Gathering(Nova nova) {
      this.nova = nova;
      this.survivor = survivor(nova);
    }

    void spectra(NovaId partition) {
      Map<DataProductId, Map<FileRole, Pointer>> files = catalog.spectrumObjects().files(partition);
      try (Stream<SpectraProduct> products = catalog.products().ofNova(partition)) {
        products.forEach(product -> add(product, files.getOrDefault(product.id(), Map.of())));
      }
    }

    private void add(SpectraProduct product, Map<FileRole, Pointer> files) {
      if (!isKnownOf(product)) {
        return;
      }
      if (!isPublic(product.rights())) {
        notPublic++;
        closed.add(requireNonNullElse(product.duplicateOf(), product.id()));
      } else if (product.state().validation() == ValidationStatus.VALID) {
        addValid(product, files);
      } else {
        leftOut.add(refused(product));
      }
    }

    /** Before there is a verdict there is nothing to say. */
    private boolean isKnownOf(SpectraProduct product) {
      return product.state().validation() == ValidationStatus.VALID
          || product.duplicateOf() != null
          || product.quarantine() != null;
    }

    private LeftOut refused(SpectraProduct product) {
      DataProductId other = product.duplicateOf();
      Quarantine quarantine = product.quarantine();
      return other == null && quarantine != null
          ? new LeftOut(
              product.id(), LeftOut.Reason.QUARANTINED, quarantine.facts().reason().name(), null)
          : new LeftOut(product.id(), LeftOut.Reason.DUPLICATE, "", other);
    }

    private void addValid(SpectraProduct product, Map<FileRole, Pointer> files) {
      Pointer raw = product.rawFile();
      Pointer source = files.get(FileRole.SOURCE);
      Pointer spectrum = files.get(FileRole.SPECTRUM);
      Pointer metadata = files.get(FileRole.METADATA);
      Pointer preview = files.get(FileRole.PREVIEW);
      var summary = product.summary();
      if (raw == null
          || source == null
          || spectrum == null
          || metadata == null
          || preview == null
          || summary == null) {
        leftOut.add(new LeftOut(product.id(), LeftOut.Reason.DERIVED_LOST, "", null));
        return;
      }
      spectra.add(
          new SpectrumContent(
              product.id(),
              product.provider(),
              ReadableName.ofSpectrum(
                  nova.primaryName(),
                  product.provider(),
                  summary.instrument(),
                  summary.observationMjd(),
                  product.id()),
              product.locatorIdentity(),
              raw,
              source,
              spectrum,
              metadata,
              preview,
              said(product),
              product.rights(),
              summary,
              product.profile() == null ? "" : product.profile().fitsProfileId()));
    }

    /** When it was fetched is not part of it: the same file fetched again is the same. */
    private static ContentHash said(SpectraProduct product) {
      return new Fingerprint()
          .addAll(product.locators().stream().map(PublicDocument::place).toList())
          .addAll(product.stated().facts().entrySet())
          .add(PublicDocument.place(product.stated().from()))
          .hash();
    }

    void photometry() {
      PhotometryTable table = catalog.photometryTables().find(nova.id()).orElse(null);
      if (table == null || table.rows() == 0) {
        return;
      }
      photometry =
          new PhotometryContent(
              table.id(),
              table.object(),
              table.metadata(),
              table.plot(),
              table.schemaVersion(),
              table.registryVersion(),
              table.inputs(),
              table.rows(),
              uploads());
    }

    private List<UploadContent> uploads() {
      SortedMap<IngestFileId, PhotometryPart> parts =
          new TreeMap<>(comparing(IngestFileId::toString));
      catalog.photometryTables().parts(nova.id()).forEach(part -> parts.put(part.upload(), part));
      Map<IngestFileId, PhotometryUpload> found = catalog.uploads().findAll(parts.keySet());
      return parts.values().stream()
          .flatMap(part -> upload(part, found.get(part.upload())).stream())
          .toList();
    }

    /** One without rows of the nova any more is none of its. */
    private Optional<UploadContent> upload(PhotometryPart part, @Nullable PhotometryUpload upload) {
      return upload == null || !upload.hasRowsOf(nova.id())
          ? Optional.empty()
          : Optional.of(known(part, upload));
    }

    private UploadContent known(PhotometryPart part, PhotometryUpload upload) {
      boolean isPublic = isPublic(upload.rights());
      notPublic += isPublic ? 0 : 1;
      return new UploadContent(
          upload.id(),
          upload.filename(),
          upload.raw().sha256(),
          upload.rights(),
          isPublic,
          part.parquet());
    }

    /** Also keeps the day on which that changes. */
    private boolean isPublic(Rights rights) {
      boolean isPublic = rights.access().isPublicOn(today);
      LocalDate day = rights.access().until();
      LocalDate before = nextChange;
      if (!isPublic && day != null && (before == null || day.isBefore(before))) {
        nextChange = day;
      }
      return isPublic;
    }

    /** Of a duplicate that one is named only which goes out with this nova. */
    private LeftOut shown(LeftOut one, Set<DataProductId> out) {
      DataProductId other = one.duplicateOf();
      return other == null || out.contains(other)
          ? one
          : new LeftOut(one.id(), one.reason(), one.code(), null);
    }

    NovaContent content() {
      int before = spectra.size();
      spectra.removeIf(spectrum -> closed.contains(spectrum.id()));
      notPublic += before - spectra.size();
      spectra.sort(BY_TIME);
      Set<DataProductId> out = new HashSet<>();
      spectra.forEach(spectrum -> out.add(spectrum.id()));
      SkyPosition place = nova.position();
      return new NovaContent(
          nova.id(),
          nova.primaryName(),
          nova.aliases(),
          place == null ? null : place.raDeg(),
          place == null ? null : place.decDeg(),
          new TreeMap<>(nova.discovery()),
          survivor == null ? nova.mergedInto() : survivor.id(),
          survivor == null ? null : survivor.primaryName(),
          nova.absorbed(),
          nova.identityStatus() == IdentityStatus.QUARANTINED,
          spectra,
          photometry,
          leftOut.stream().sorted(comparing(LeftOut::id)).map(one -> shown(one, out)).toList(),
          notPublic,
          nextChange);
    }
  }
}
