package org.novacat.jobs.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.register.SourceDocument.Member;
import org.novacat.jobs.register.fetch.ArchiveFile;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.fetch.Fetcher;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;

/**
 * Brings the bytes of candidates into the store. The table is asked, to leave alone what it knows,
 * and not written: that is the next step. Safe for many threads.
 */
final class Acquirer {
  private static final int ATTEMPTS = 3;

  private final Fetcher fetcher;
  private final FetchLimits limits;
  private final RawObjects raw;
  private final Clock clock;
  private final Products known;
  private final SourceObjects sources;
  private final RawReplacement replacement;

  Acquirer(Stores stores, Runnable begin, FetchLimits limits, Clock clock) {
    this.fetcher = new Fetcher(limits, stores.catalog().waits());
    this.limits = limits;
    this.raw = new RawObjects(stores.archive(), begin);
    this.clock = clock;
    this.known = stores.catalog().products();
    this.sources = new SourceObjects(stores.archive(), known, raw);
    this.replacement = new RawReplacement(stores, raw, clock);
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
   * @param member its place in the candidate's archive; null when it is the candidate itself
   */
  private Prepared product(
      NovaId nova,
      Candidate candidate,
      DataProductId product,
      @Nullable Member member,
      Fetched fetched)
      throws RejectedException {
    RawReplacement.Wish wish = wish(nova, candidate, product, member, fetched);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SpectraProduct item = known.find(nova, candidate.provider(), product).orElse(null);
      Optional<Prepared> prepared =
          item == null || (item.rawFile() == null && item.coming() == null)
              ? first(item, wish)
              : Optional.of(again(item, wish));
      if (prepared.isPresent()) {
        return prepared.get();
      }
    }
    throw SourceObjects.changed(wish);
  }

  /**
   * Bytes of a product that has none.
   *
   * @return empty when another run brings some at the same time, the same ones or others
   */
  private Optional<Prepared> first(@Nullable SpectraProduct item, RawReplacement.Wish wish)
      throws RejectedException {
    Optional<Pointer> made = raw.create(wish.key(), wish.fetched().bytes());
    if (made.isEmpty() || isElsewhere(wish)) {
      replacement.replace(wish);
      return Optional.of(new Prepared.Replaced(wish.where()));
    }
    return sources
        .make(item, wish)
        .map(source -> wish.registration().with(made.get(), source))
        .map(stored -> new Prepared.Stored(wish.where(), stored));
  }

  /**
   * Whether there are bytes under another ending too. Of two runs that bring such at the same time
   * one at least sees both, as it looks after it wrote.
   */
  private boolean isElsewhere(RawReplacement.Wish wish) {
    Registration of = wish.registration();
    return raw.holdsOtherEnding(of.novaId(), of.id(), wish.key());
  }

  /** Bytes of a product that has some, or is about to. */
  private Prepared again(SpectraProduct item, RawReplacement.Wish wish) throws RejectedException {
    RawReplacement.check(wish.where(), item, wish.fetched().sha256());
    Pointer has = item.rawFile();
    if (has != null && has(item, wish.fetched().sha256())) {
      return new Prepared.Known(wish.where(), mend(item, has, wish.of(item)));
    }
    replacement.replace(wish);
    return new Prepared.Replaced(wish.where());
  }

  static boolean has(SpectraProduct item, ContentHash sha256) {
    return item.coming() == null
        && item.rawFile() != null
        && item.rawFile().sha256().equals(sha256);
  }

  /**
   * Puts the objects of a known product back where they are missing or are others.
   *
   * @return whether they were
   */
  private boolean mend(SpectraProduct item, Pointer has, RawReplacement.Wish wish)
      throws RejectedException {
    boolean mended = sources.mend(item, wish);
    ObjectInfo there = raw.find(wish.key());
    boolean sound = there != null && has.isThat(there);
    if (sound && !isRefusedForDamage(item)) {
      return mended;
    }
    if (isFinal(item)) {
      // Looked at after the object: bytes that another run brings meanwhile are other ones.
      sources.checkUnchanged(item, wish);
      raw.replace(wish.key(), wish.fetched().bytes(), there);
    } else {
      replacement.replace(wish);
    }
    return true;
  }

  /** Whether no other bytes may take the place of those that it has, or need to. */
  static boolean isFinal(SpectraProduct item) {
    return switch (item.state().validation()) {
      case VALID, TERMINAL_INVALID -> true;
      case UNVALIDATED, QUARANTINED -> item.duplicateOf() != null;
    };
  }

  private static boolean isRefusedForDamage(SpectraProduct item) {
    return item.state().validation() == ValidationStatus.QUARANTINED
        && item.quarantine() != null
        && RawDamage.is(item.quarantine().facts().detail());
  }

  private RawReplacement.Wish wish(
      NovaId nova,
      Candidate candidate,
      DataProductId product,
      @Nullable Member member,
      Fetched fetched)
      throws RejectedException {
    String path = member == null ? null : member.path();
    byte[] source =
        SourceDocument.of(candidate, member, fetched.sha256(), fetched.size(), clock.instant());
    String locator = candidate.locator().identity() + suffix(path);
    String identity =
        candidate.productKey() == null ? locator : candidate.productKey() + suffix(path);
    return new RawReplacement.Wish(
        where(candidate, path),
        new Registration(
            nova, candidate.provider(), product, identity, List.of(locator), null, List.of()),
        fetched,
        RawFiles.ending(path == null ? candidate.locator().fileName() : path, fetched),
        source);
  }

  /**
   * An archive lies under the id of its own locator or key, or one of its own where that is taken;
   * each FITS member is a product with an id made of that key and the member's path. The archive is
   * told before its members, so that one that is known has its archive on record.
   */
  private List<Prepared> archive(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    ArchiveFile archive = new ArchiveFile(fetched.file(), candidate.locator().fileName(), limits);
    if (archive.safeNames().stream().noneMatch(FileNames::isSpectrum)) {
      throw new RejectedException(
          RejectCode.ARCHIVE_EMPTY,
          "Cannot register '%s': there is no FITS file in it (.fits, .fit, .fts, also .gz or .fz)"
              .formatted(candidate.locator().identity()));
    }
    DataProductId id = archiveId(nova, candidate, fetched.sha256());
    ArchiveMembers members = new ArchiveMembers(nova, candidate, id);
    archive.unpack(members);
    Pointer has = recorded(nova, id);
    boolean damaged = has != null && !isSound(has);
    List<FileObject> news = unrecorded(nova, id, members.files);
    if (damaged || !news.isEmpty() || (has == null ? members.hasProducts() : members.hasNews())) {
      news.add(0, archived(nova, candidate, id, fetched, damaged));
      members.prepared.add(0, new Prepared.Archived(candidate.where(), nova, id, news, damaged));
    }
    return members.prepared;
  }

  private List<FileObject> unrecorded(NovaId nova, DataProductId archive, List<FileObject> files) {
    Set<ObjectKey> recorded = new HashSet<>();
    known.files(nova, archive, FileRole.MEMBER).forEach(file -> recorded.add(file.pointer().key()));
    List<FileObject> news = new ArrayList<>(files);
    news.removeIf(file -> recorded.contains(file.pointer().key()));
    return news;
  }

  private @Nullable Pointer recorded(NovaId nova, DataProductId archive) {
    return known.file(nova, archive, FileRole.ARCHIVE).orElse(null);
  }

  private boolean isSound(Pointer has) {
    ObjectInfo there = raw.find(NovaCatPrivate.LAYOUT.key(has.key()));
    return there != null && has.isThat(there);
  }

  /** Products come from the archive that is stored: one of other bytes leaves it where it is. */
  private DataProductId archiveId(NovaId nova, Candidate candidate, ContentHash sha256) {
    DataProductId id = candidate.productId();
    Pointer has = recorded(nova, id);
    if (has != null) {
      return has.sha256().equals(sha256) ? id : candidate.productId("!" + sha256);
    }
    boolean taken =
        raw.holdsOther(NovaCatKeys.archiveZip(nova, id), sha256)
            || raw.holdsOther(NovaCatKeys.archiveTarGz(nova, id), sha256);
    return taken ? candidate.productId("!" + sha256) : id;
  }

  private FileObject archived(
      NovaId nova, Candidate candidate, DataProductId id, Fetched fetched, boolean putBack)
      throws RejectedException {
    LayoutKey key =
        FileNames.isZip(candidate.locator().fileName())
            ? NovaCatKeys.archiveZip(nova, id)
            : NovaCatKeys.archiveTarGz(nova, id);
    Pointer pointer =
        putBack ? raw.only(key, fetched.bytes()) : raw.replace(key, fetched.bytes(), null);
    return new FileObject(FileRole.ARCHIVE, pointer);
  }

  /** FITS members become products, what lies beside them is kept below {@code unzipped/}. */
  private final class ArchiveMembers implements ArchiveFile.MemberConsumer {
    private final NovaId nova;
    private final Candidate candidate;
    private final DataProductId archive;
    private final List<Prepared> prepared = new ArrayList<>();
    private final List<FileObject> files = new ArrayList<>();

    ArchiveMembers(NovaId nova, Candidate candidate, DataProductId archive) {
      this.nova = nova;
      this.candidate = candidate;
      this.archive = archive;
    }

    boolean hasProducts() {
      return prepared.stream().anyMatch(one -> !(one instanceof Prepared.Refused));
    }

    boolean hasNews() {
      return prepared.stream()
          .anyMatch(one -> one instanceof Prepared.Stored || one instanceof Prepared.Replaced);
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
        DataProductId product = candidate.productId(suffix(path));
        prepared.add(product(nova, candidate, product, new Member(path, archive), bytes));
      } else {
        Pointer there = raw.only(NovaCatKeys.unzipped(nova, archive, path), bytes.bytes());
        files.add(new FileObject(FileRole.MEMBER, there));
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

  /** What became of one candidate, or of one member of an archive, before the table is written. */
  sealed interface Prepared {
    /** The file, or the manifest and its line, for the report. */
    String where();

    /** Its bytes are in the store; the table must learn of it. */
    record Stored(String where, Registration registration) implements Prepared {}

    /**
     * The archive of the members that follow is in the store; no product itself.
     *
     * @param files it, which comes first, and members that are no products
     * @param putBack whether it was known, and was missing or damaged
     */
    record Archived(
        String where, NovaId nova, DataProductId id, List<FileObject> files, boolean putBack)
        implements Prepared {}

    /**
     * The table knew it with other bytes, which were never found valid; these are in their place.
     */
    record Replaced(String where) implements Prepared {}

    /**
     * The table knows it with these bytes already.
     *
     * @param putBack whether its object was missing or damaged, and was put back
     */
    record Known(String where, boolean putBack) implements Prepared {}

    record Refused(Rejection rejection) implements Prepared {
      @Override
      public String where() {
        return rejection.where();
      }
    }
  }
}
