package org.novacat.jobs.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.item.FileObject;
import org.novacat.persistence.item.FileRole;
import org.novacat.persistence.item.RawFile;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectStore;

/**
 * Brings the bytes of candidates into the store. The table is asked, to leave alone what it knows,
 * and not written: that is the next step. Safe for many threads.
 */
final class Acquirer {
  private final Fetcher fetcher;
  private final FetchLimits limits;
  private final RawObjects raw;
  private final String bucket;
  private final Clock clock;
  private final KnownProducts known;

  /** What the table knows. */
  interface KnownProducts {
    Optional<SpectraProduct> find(NovaId nova, Provider provider, DataProductId product);
  }

  Acquirer(FetchLimits limits, ObjectStore store, String bucket, Clock clock, KnownProducts known) {
    this.fetcher = new Fetcher(limits);
    this.limits = limits;
    this.raw = new RawObjects(store);
    this.bucket = bucket;
    this.clock = clock;
    this.known = known;
  }

  /** One result for a file, one for each FITS member of an archive. */
  List<Prepared> acquire(NovaId nova, Candidate candidate) {
    try (Fetched fetched = fetcher.fetch(candidate)) {
      if (FileNames.isArchive(candidate.locator().fileName())) {
        return archive(nova, candidate, fetched);
      }
      return List.of(file(nova, candidate, fetched));
    } catch (RejectedException e) {
      return List.of(new Prepared.Refused(e.rejection(candidate.where())));
    }
  }

  private Prepared file(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    DataProductId product = candidate.productId();
    SpectraProduct item = item(nova, candidate, product, fetched.sha256());
    if (isKnown(item, fetched.sha256())) {
      return new Prepared.Known(candidate.where());
    }
    ObjectKey key = NovaCatKeys.primaryFits(nova, product);
    ETag etag = raw.ensure(key, content(fetched), fetched.sha256());
    byte[] source =
        SourceDocument.of(candidate, null, fetched.sha256(), fetched.size(), clock.instant());
    raw.ensureDocument(NovaCatKeys.sourceJson(nova, product), source);
    RawFile rawFile =
        new RawFile(bucket, key.toString(), fetched.size(), etag.toString(), fetched.sha256());
    return stored(nova, candidate, product, item, null, rawFile);
  }

  /**
   * An archive lies under the id of its own locator; each FITS member is a product. A single one
   * has that id itself, several have ids made of it and their path.
   */
  private List<Prepared> archive(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    Archive archive = new Archive(fetched.file(), candidate.locator().fileName(), limits);
    List<String> spectra = archive.safeNames().stream().filter(FileNames::isFits).toList();
    if (spectra.isEmpty()) {
      throw new RejectedException(
          RejectCode.ARCHIVE_EMPTY,
          "Cannot register '%s': there is no FITS file in it (.fits, .fit, .fts, also .gz or .fz)"
              .formatted(candidate.locator().identity()));
    }
    ArchiveMembers members = new ArchiveMembers(nova, candidate, spectra.size() == 1);
    archive.unpack(members);
    DataProductId container = candidate.productId();
    if (!members.allKnown()) {
      boolean zip = FileNames.isZip(candidate.locator().fileName());
      raw.ensure(
          zip ? NovaCatKeys.archiveZip(nova, container) : NovaCatKeys.archiveTarGz(nova, container),
          content(fetched),
          fetched.sha256());
    }
    return members.prepared;
  }

  private final class ArchiveMembers implements Archive.MemberConsumer {
    private final NovaId nova;
    private final Candidate candidate;
    private final boolean single;
    private final List<Prepared> prepared = new ArrayList<>();

    ArchiveMembers(NovaId nova, Candidate candidate, boolean single) {
      this.nova = nova;
      this.candidate = candidate;
      this.single = single;
    }

    boolean allKnown() {
      return prepared.stream().allMatch(Prepared.Known.class::isInstance);
    }

    @Override
    public void member(String path, byte[] bytes) {
      String where = candidate.where() + "!/" + path;
      try {
        ContentHash sha256 = ContentHash.of(bytes);
        ObjectKey key = NovaCatKeys.unzipped(nova, candidate.productId(), path);
        DataProductId product = single ? candidate.productId() : memberId(path);
        boolean fits = FileNames.isFits(path);
        SpectraProduct item = fits ? item(nova, candidate, product, sha256) : null;
        if (isKnown(item, sha256)) {
          prepared.add(new Prepared.Known(where));
          return;
        }
        ETag etag = raw.ensure(key, Content.of(bytes), sha256);
        if (fits) {
          byte[] source = SourceDocument.of(candidate, path, sha256, bytes.length, clock.instant());
          raw.ensureDocument(NovaCatKeys.sourceJson(nova, product), source);
          RawFile file = new RawFile(bucket, key.toString(), bytes.length, etag.toString(), sha256);
          prepared.add(stored(nova, candidate, product, item, path, file));
        }
      } catch (RejectedException e) {
        prepared.add(new Prepared.Refused(e.rejection(where)));
      }
    }

    private DataProductId memberId(String path) {
      String key = candidate.productKey();
      return key == null
          ? DataProductId.ofLocator(
              candidate.provider(), candidate.locator().identity() + "!/" + path)
          : DataProductId.ofProductKey(candidate.provider(), key + "!/" + path);
    }
  }

  /** The item that a candidate would change; null when there is none. */
  private @Nullable SpectraProduct item(
      NovaId nova, Candidate candidate, DataProductId product, ContentHash sha256)
      throws RejectedException {
    SpectraProduct item = known.find(nova, candidate.provider(), product).orElse(null);
    if (item == null || item.rawFile() == null || item.rawFile().sha256().equals(sha256)) {
      return item;
    }
    return switch (item.state().validation()) {
      case UNVALIDATED -> item;
      case VALID ->
          throw new RejectedException(
              RejectCode.RAW_IMMUTABLE,
              "Cannot register %s: product '%s' is validated with other bytes (SHA-256 %s, these have %s), and raw bytes never change (give the file a product_key of its own)"
                  .formatted(candidate.where(), product, item.rawFile().sha256(), sha256));
      case QUARANTINED, TERMINAL_INVALID ->
          throw new RejectedException(
              RejectCode.PRODUCT_CONFLICT,
              "Cannot register %s: product '%s' is %s with other bytes (give the file a product_key of its own)"
                  .formatted(candidate.where(), product, item.state().validation()));
    };
  }

  private static boolean isKnown(@Nullable SpectraProduct item, ContentHash sha256) {
    return item != null && item.rawFile() != null && item.rawFile().sha256().equals(sha256);
  }

  private static Prepared stored(
      NovaId nova,
      Candidate candidate,
      DataProductId product,
      @Nullable SpectraProduct item,
      @Nullable String member,
      RawFile raw) {
    String suffix = member == null ? "" : "!/" + member;
    String where = candidate.where() + suffix;
    List<FileObject> files =
        List.of(
            new FileObject(
                FileRole.RAW, raw.bucket(), raw.key(), raw.byteLength(), raw.etag(), raw.sha256()));
    if (item != null && item.rawFile() != null) {
      return new Prepared.Reacquired(where, item.ref(), raw, files);
    }
    String key = candidate.productKey();
    String locator = candidate.locator().identity() + suffix;
    return new Prepared.Stored(
        where,
        new Registration(
            nova,
            candidate.provider(),
            product,
            key == null ? locator : key + suffix,
            List.of(locator),
            raw,
            files));
  }

  private static Content content(Fetched fetched) {
    try {
      return Content.of(fetched.file());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'".formatted(fetched.file()), e);
    }
  }
}
