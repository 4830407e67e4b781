package org.novacat.jobs.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.SourceDocument.Member;
import org.novacat.jobs.register.fetch.ArchiveFile;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;

/** Brings archives, and the spectra in them, into the store. Safe for many threads. */
final class ArchiveAcquirer {
  private final FetchLimits limits;
  private final RawObjects raw;
  private final Products known;
  private final ProductAcquirer products;

  /** Brings the bytes of one spectrum in. */
  @FunctionalInterface
  interface ProductAcquirer {
    Prepared product(NovaId nova, Candidate candidate, @Nullable Member member, Fetched bytes)
        throws RejectedException;
  }

  ArchiveAcquirer(FetchLimits limits, RawObjects raw, Products known, ProductAcquirer products) {
    this.limits = limits;
    this.raw = raw;
    this.known = known;
    this.products = products;
  }

  /**
   * An archive lies under the id of its own locator or key, or one of its own where that is taken;
   * each spectrum in it is a product with an id made of that key and the member's path. The archive
   * is told before its members, so that one that is known has its archive on record.
   */
  List<Prepared> acquire(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    ArchiveFile archive = new ArchiveFile(fetched.file(), candidate.locator().fileName(), limits);
    List<String> names = archive.safeNames();
    ArchiveContent content = ArchiveContent.of(archive, names);
    if (!content.hasSpectra()) {
      throw new RejectedException(
          RejectCode.ARCHIVE_EMPTY,
          "Cannot register '%s': there is no spectrum in it, FITS (.fits, .fit, .fts, also .gz or .fz) or text (.csv, .txt, …)%s"
              .formatted(candidate.locator().identity(), content.why()));
    }
    DataProductId id = archiveId(nova, candidate, fetched.sha256());
    ArchiveMembers members = new ArchiveMembers(nova, candidate, id, content);
    archive.unpack(members);
    Pointer has = recorded(nova, id);
    boolean damaged = has != null && !isSound(has);
    List<FileObject> news = unrecorded(nova, id, members.files);
    if (damaged || !news.isEmpty() || (has == null ? members.hasProducts() : members.hasNews())) {
      news.add(0, archived(nova, candidate, id, fetched, damaged));
      members.prepared.add(0, new Prepared.Archived(candidate.where(), nova, id, news, damaged));
    }
    members.prepared.add(content.aside(candidate));
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

  /** Spectra become products, what lies beside them is kept below {@code unzipped/}. */
  private final class ArchiveMembers implements ArchiveFile.MemberConsumer {
    private final NovaId nova;
    private final Candidate candidate;
    private final DataProductId archive;
    private final ArchiveContent content;
    private final List<Prepared> prepared = new ArrayList<>();
    private final List<FileObject> files = new ArrayList<>();

    ArchiveMembers(
        NovaId nova, Candidate candidate, DataProductId archive, ArchiveContent content) {
      this.nova = nova;
      this.candidate = candidate;
      this.archive = archive;
      this.content = content;
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
                .formatted(candidate.where() + "!/" + path));
      }
      Candidate member = content.spectrum(path, candidate).orElse(null);
      if (member != null) {
        prepared.add(products.product(nova, member, new Member(path, archive), bytes));
      } else {
        Pointer there = raw.only(NovaCatKeys.unzipped(nova, archive, path), bytes.bytes());
        files.add(new FileObject(FileRole.MEMBER, there));
      }
    }

    @Override
    public void refused(String path, RejectedException why) {
      prepared.add(new Prepared.Refused(why.rejection(candidate.where() + "!/" + path)));
    }
  }
}
