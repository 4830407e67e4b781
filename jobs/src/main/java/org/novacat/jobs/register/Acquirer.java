package org.novacat.jobs.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.item.FileObject;
import org.novacat.persistence.item.FileRole;
import org.novacat.persistence.item.RawFile;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.store.ETag;

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
  private final Products known;

  Acquirer(Stores stores, Runnable begin, FetchLimits limits, Clock clock) {
    this.fetcher = new Fetcher(limits, stores.catalog().waits());
    this.limits = limits;
    this.raw = new RawObjects(stores.objects(), begin);
    this.bucket = stores.bucket();
    this.clock = clock;
    this.known = stores.catalog().products();
  }

  /** One result for a file, one for each FITS member of an archive and one for the archive. */
  List<Prepared> acquire(NovaId nova, Candidate candidate) {
    return OneFile.within(
        candidate.where(),
        () -> acquired(nova, candidate),
        rejection -> List.of(new Prepared.Refused(rejection)));
  }

  private List<Prepared> acquired(NovaId nova, Candidate candidate) throws RejectedException {
    candidate.checkNames();
    try (Fetched fetched = fetcher.fetch(candidate)) {
      return FileNames.isArchive(candidate.locator().fileName())
          ? archive(nova, candidate, fetched)
          : List.of(file(nova, candidate, fetched));
    }
  }

  private Prepared file(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    return product(nova, candidate, candidate.productId(), null, fetched);
  }

  /**
   * A FITS file as a product of its own.
   *
   * @param member its path in the candidate's archive; null when it is the candidate itself
   */
  private Prepared product(
      NovaId nova,
      Candidate candidate,
      DataProductId product,
      @Nullable String member,
      Fetched fetched)
      throws RejectedException {
    SpectraProduct item = item(nova, candidate, product, fetched.sha256());
    ObjectKey key = NovaCatKeys.primaryFits(nova, product);
    if (isKnown(item, fetched.sha256())) {
      raw.putBack(key, fetched.content(), fetched.sha256());
      return new Prepared.Known(where(candidate, member));
    }
    ETag etag = raw.ensure(key, fetched.content(), fetched.sha256());
    byte[] source =
        SourceDocument.of(candidate, member, fetched.sha256(), fetched.size(), clock.instant());
    raw.ensureDocument(NovaCatKeys.sourceJson(nova, product), source);
    RawFile rawFile =
        new RawFile(bucket, key.toString(), fetched.size(), etag.toString(), fetched.sha256());
    return stored(nova, candidate, product, item, member, rawFile);
  }

  /**
   * An archive lies under the id of its own locator or key, or one of its own where that is taken;
   * each FITS member is a product with an id made of that key and the member's path. The archive is
   * told before its members, so that one that is known has its archive on record.
   */
  private List<Prepared> archive(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    Archive archive = new Archive(fetched.file(), candidate.locator().fileName(), limits);
    if (archive.safeNames().stream().noneMatch(Acquirer::matters)) {
      throw new RejectedException(
          RejectCode.ARCHIVE_EMPTY,
          "Cannot register '%s': there is no FITS file in it (.fits, .fit, .fts, also .gz or .fz)"
              .formatted(candidate.locator().identity()));
    }
    DataProductId id = archiveId(nova, candidate, fetched.sha256());
    ArchiveMembers members = new ArchiveMembers(nova, candidate, id);
    archive.unpack(members);
    if (members.hasNews()) {
      members.prepared.add(0, archived(nova, candidate, id, fetched));
    }
    return members.prepared;
  }

  /** Products come from the archive that is stored: one of other bytes leaves it where it is. */
  private DataProductId archiveId(NovaId nova, Candidate candidate, ContentHash sha256) {
    DataProductId id = candidate.productId();
    boolean taken =
        raw.holdsOther(NovaCatKeys.archiveZip(nova, id), sha256)
            || raw.holdsOther(NovaCatKeys.archiveTarGz(nova, id), sha256);
    return taken ? candidate.productId("!" + sha256) : id;
  }

  private static boolean matters(String path) {
    return FileNames.isFits(path) || FileNames.isArchive(path);
  }

  private Prepared archived(NovaId nova, Candidate candidate, DataProductId id, Fetched fetched)
      throws RejectedException {
    ObjectKey key =
        FileNames.isZip(candidate.locator().fileName())
            ? NovaCatKeys.archiveZip(nova, id)
            : NovaCatKeys.archiveTarGz(nova, id);
    ETag etag = raw.create(key, fetched.content(), fetched.sha256());
    FileObject file =
        new FileObject(
            FileRole.ARCHIVE,
            bucket,
            key.toString(),
            fetched.size(),
            etag.toString(),
            fetched.sha256());
    return new Prepared.Archived(candidate.where(), nova, id, file);
  }

  /** FITS members become products, what lies beside them is kept below {@code unzipped/}. */
  private final class ArchiveMembers implements Archive.MemberConsumer {
    private final NovaId nova;
    private final Candidate candidate;
    private final DataProductId archive;
    private final List<Prepared> prepared = new ArrayList<>();

    ArchiveMembers(NovaId nova, Candidate candidate, DataProductId archive) {
      this.nova = nova;
      this.candidate = candidate;
      this.archive = archive;
    }

    boolean hasNews() {
      return prepared.stream()
          .anyMatch(one -> one instanceof Prepared.Stored || one instanceof Prepared.Reacquired);
    }

    @Override
    public void member(String path, Fetched bytes) throws RejectedException {
      if (FileNames.isArchive(path)) {
        throw new RejectedException(
            RejectCode.ARCHIVE_NESTED,
            "Cannot register '%s': an archive in an archive is not opened (unpack the outer one)"
                .formatted(where(candidate, path)));
      }
      if (FileNames.isFits(path)) {
        prepared.add(product(nova, candidate, candidate.productId(suffix(path)), path, bytes));
      } else {
        ObjectKey key = NovaCatKeys.unzipped(nova, archive, path);
        raw.ensure(key, bytes.content(), bytes.sha256());
      }
    }

    @Override
    public void refused(String path, RejectedException why) {
      prepared.add(new Prepared.Refused(why.rejection(where(candidate, path))));
    }
  }

  private static String where(Candidate candidate, @Nullable String member) {
    return candidate.where() + suffix(member);
  }

  private static String suffix(@Nullable String member) {
    return member == null ? "" : "!/" + member;
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
    String suffix = suffix(member);
    String where = where(candidate, member);
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
}
