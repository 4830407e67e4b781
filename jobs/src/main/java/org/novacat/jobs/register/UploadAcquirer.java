package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.fetch.Fetched.Bytes;
import org.novacat.jobs.register.fetch.Fetcher;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.register.source.RightsStatements;
import org.novacat.jobs.register.source.SaidRights;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadReview;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;

/**
 * Brings photometry uploads and their companions into the store. The table is asked and not
 * written: that is the next step. Safe for many threads.
 */
final class UploadAcquirer {
  /** Said by a person who runs novacat; literature and donors say so in a sidecar. */
  private static final String ORIGIN = "operator_upload";

  private static final int MOST_COMPANION_BYTES = 16 << 20;

  private final Fetcher fetcher;
  private final RawObjects raw;
  private final Uploads known;
  private final String bucket;
  private final JobRunId run;
  private final Clock clock;
  private final Consumer<String> differences;
  private final EqualUploads equal;

  /**
   * Equal bytes under several names are one upload, under one of the names; empty until one of them
   * is stored. They are worked on one after the other, so that when one of them fails the next is
   * not taken for known.
   */
  private final Map<IngestFileId, AtomicReference<@Nullable PhotometryUpload>> taken =
      new ConcurrentHashMap<>();

  /**
   * @param differences told what two places say differently of a file; by many threads
   * @param equal told who may see each file
   */
  UploadAcquirer(
      Stores stores,
      JobRunId run,
      Runnable begin,
      FetchLimits limits,
      Clock clock,
      Consumer<String> differences,
      EqualUploads equal) {
    this.differences = differences;
    this.equal = equal;
    this.fetcher = new Fetcher(limits, stores.catalog().waits());
    this.raw = new RawObjects(stores.archive(), begin);
    this.known = stores.catalog().uploads();
    this.bucket = stores.archive().bucket();
    this.run = run;
    this.clock = clock;
  }

  /**
   * Fetches one.
   *
   * @param nova whose it is; null when the file has to say
   */
  PreparedUpload acquire(@Nullable NovaId nova, Candidate candidate) {
    return OneFile.within(
        candidate.where(), () -> fetched(nova, candidate), PreparedUpload.Refused::new);
  }

  private PreparedUpload fetched(@Nullable NovaId nova, Candidate candidate)
      throws RejectedException {
    candidate.checkNames();
    try (Fetched fetched = fetcher.fetch(candidate)) {
      return acquired(nova, candidate, fetched);
    }
  }

  private PreparedUpload acquired(@Nullable NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    IngestFileId id = IngestFileId.of(fetched.sha256());
    Beside beside = beside(candidate, id);
    equal.check(id, candidate.where());
    String name = candidate.locator().fileName();
    Pointer file = new Pointer(bucket, key(id, name).key(), fetched.size(), "", fetched.sha256());
    PhotometryUpload upload =
        upload(id, name, nova, file, hashes(beside.companions()), beside.rights());
    return onlyOnce(candidate, fetched, upload, beside.companions());
  }

  private PreparedUpload onlyOnce(
      Candidate candidate,
      Fetched fetched,
      PhotometryUpload upload,
      Map<LayoutKey, byte[]> companions)
      throws RejectedException {
    AtomicReference<@Nullable PhotometryUpload> first =
        taken.computeIfAbsent(upload.id(), any -> new AtomicReference<>());
    synchronized (first) {
      PhotometryUpload said = first.get();
      if (said != null) {
        checkSame(candidate, said, upload);
        return new PreparedUpload.Known(candidate.where(), upload.id(), null, false);
      }
      PreparedUpload prepared = stored(candidate, fetched, upload, companions);
      first.set(upload);
      return prepared;
    }
  }

  /** What lies beside an upload, and what it and a list say of its rights. */
  private record Beside(Map<LayoutKey, byte[]> companions, Rights rights) {}

  /** What is said of who may see it is told before anything else may go wrong. */
  private Beside beside(Candidate candidate, IngestFileId id) throws RejectedException {
    try {
      Map<LayoutKey, byte[]> companions = companions(candidate.locator(), id);
      Rights rights = rights(candidate, companions);
      equal.add(id, candidate.where(), isReadable(companions) ? rights.access() : null);
      return new Beside(companions, rights);
    } catch (RejectedException e) {
      equal.add(id, candidate.where(), null);
      throw e;
    }
  }

  /** One of two that contradict each other would be lost, whichever comes first. */
  private static void checkSame(Candidate candidate, PhotometryUpload said, PhotometryUpload other)
      throws RejectedException {
    if (!Objects.equals(said.novaId(), other.novaId())
        || !Set.copyOf(said.companions().values()).equals(Set.copyOf(other.companions().values()))
        || !said.rights().equals(other.rights())) {
      throw new RejectedException(
          RejectCode.PRODUCT_CONFLICT,
          "Cannot register '%s': its bytes are those of '%s', given with it for another nova or with another sidecar, ReadMe or rights (leave one of them out, or say the same of both)"
              .formatted(candidate.where(), said.filename()));
    }
  }

  private PreparedUpload stored(
      Candidate candidate,
      Fetched fetched,
      PhotometryUpload upload,
      Map<LayoutKey, byte[]> companions)
      throws RejectedException {
    PhotometryUpload before = known.find(upload.id()).orElse(null);
    boolean mended = before != null && mend(before.raw(), fetched);
    for (Map.Entry<LayoutKey, byte[]> companion : companions.entrySet()) {
      Bytes bytes = Bytes.of(companion.getValue());
      mended |= raw.restore(companion.getKey(), bytes) && before != null;
    }
    if (before != null && before.isSameAs(upload)) {
      return new PreparedUpload.Known(candidate.where(), upload.id(), before, mended);
    }
    LayoutKey key = NovaCatPrivate.LAYOUT.key(upload.raw().key());
    Pointer stored = before == null ? raw.only(key, fetched.bytes()) : before.raw();
    return new PreparedUpload.Stored(
        candidate.where(), lyingAt(stored, upload), rightsChange(before, upload));
  }

  private PhotometryUpload lyingAt(Pointer stored, PhotometryUpload upload) {
    return upload(
        upload.id(),
        upload.filename(),
        upload.novaId(),
        stored,
        upload.companions(),
        upload.rights());
  }

  private static String rightsChange(@Nullable PhotometryUpload before, PhotometryUpload now) {
    return before == null
        ? ""
        : StatedDifference.of(before.rights(), now.rights().onto(before.rights()));
  }

  /** An upload has the id of its bytes, so that no others can be meant. */
  private boolean mend(Pointer has, Fetched fetched) throws RejectedException {
    LayoutKey key = NovaCatPrivate.LAYOUT.key(has.key());
    ObjectInfo there = raw.find(key);
    return (there == null || !has.isThat(there)) && raw.restore(key, fetched.bytes());
  }

  private PhotometryUpload upload(
      IngestFileId id,
      String name,
      @Nullable NovaId nova,
      Pointer file,
      Map<ObjectKey, ContentHash> companions,
      Rights rights) {
    Instant now = clock.instant();
    ItemMeta meta = new ItemMeta(now, now, 1, run);
    return new PhotometryUpload(
        id,
        name,
        nova,
        file,
        companions,
        ORIGIN,
        rights,
        UploadStatus.WAITING,
        null,
        UploadReview.PENDING,
        meta);
  }

  private static LayoutKey key(IngestFileId id, String name) throws RejectedException {
    Optional<String> problem = NameRules.fileProblem(name);
    if (problem.isPresent()) {
      throw new RejectedException(
          RejectCode.NAME_INVALID,
          "Cannot keep '%s': %s".formatted(NameRules.shown(name), problem.get()));
    }
    try {
      return NovaCatKeys.uploadOriginal(id, name);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(
          RejectCode.ROW_INVALID,
          "Cannot register '%s': %s (give the file another name)".formatted(name, e.getMessage()));
    }
  }

  /** What its sidecar says of rights and credit, and then what a manifest does. */
  private Rights rights(Candidate candidate, Map<LayoutKey, byte[]> companions)
      throws RejectedException {
    List<SaidRights> said = new ArrayList<>();
    String sidecar = candidate.locator().fileName() + Sidecar.SUFFIX;
    for (Map.Entry<LayoutKey, byte[]> one : companions.entrySet()) {
      if (one.getKey().key().fileName().endsWith(Sidecar.SUFFIX)) {
        said.add(UploadSidecar.rights(sidecar, one.getValue()));
      }
    }
    said.add(SaidRights.of(candidate));
    RightsStatements all = RightsStatements.of(candidate.locator().fileName(), said);
    all.remarks().forEach(differences);
    return all.rights();
  }

  /** Of a sidecar that cannot be read it is not known what it says. */
  private static boolean isReadable(Map<LayoutKey, byte[]> companions) {
    return companions.entrySet().stream()
        .filter(one -> one.getKey().key().fileName().endsWith(Sidecar.SUFFIX))
        .allMatch(one -> UploadSidecar.isReadable(one.getValue()));
  }

  /** The companions' bytes by object key. */
  private static Map<LayoutKey, byte[]> companions(Locator locator, IngestFileId id)
      throws RejectedException {
    Map<LayoutKey, byte[]> companions = new HashMap<>();
    if (locator instanceof Locator.Local file) {
      for (Path path : Companions.of(file.path())) {
        byte[] bytes = bytes(path);
        String name = Companions.storedName(path, ContentHash.of(bytes).hex());
        companions.put(key(id, name), bytes);
      }
    }
    return companions;
  }

  private static Map<ObjectKey, ContentHash> hashes(Map<LayoutKey, byte[]> companions) {
    Map<ObjectKey, ContentHash> hashes = new HashMap<>();
    companions.forEach((key, bytes) -> hashes.put(key.key(), ContentHash.of(bytes)));
    return hashes;
  }

  private static byte[] bytes(Path path) throws RejectedException {
    if (!Files.isRegularFile(path)) {
      throw new RejectedException(
          RejectCode.SOURCE_NOT_A_FILE,
          "Cannot read '%s': it is no file, and may say who may see the file beside it (mend it, or take it away)"
              .formatted(path));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return shortOnes(path, in.readNBytes(MOST_COMPANION_BYTES + 1));
    } catch (IOException e) {
      throw new RejectedException(
          RejectCode.SOURCE_UNREACHABLE,
          "Cannot read '%s': %s (check that it may be read)".formatted(path, e.getMessage()));
    }
  }

  private static byte[] shortOnes(Path path, byte[] bytes) throws RejectedException {
    if (bytes.length > MOST_COMPANION_BYTES) {
      throw new RejectedException(
          RejectCode.SOURCE_TOO_LARGE,
          "Cannot read '%s': a sidecar or ReadMe has at most %s bytes (shorten it)"
              .formatted(path, MOST_COMPANION_BYTES));
    }
    return bytes;
  }

  /** What fetching one upload came to. */
  sealed interface PreparedUpload {
    /** The file, or the manifest and its line, for the report. */
    String where();

    /** Its bytes; null when it is refused. */
    @Nullable IngestFileId bytes();

    /**
     * Its bytes are in the store; the table is to be told.
     *
     * @param rightsChange how the rights of one that is known change by it, for people; "" for not
     */
    record Stored(String where, PhotometryUpload upload, String rightsChange)
        implements PreparedUpload {
      @Override
      public IngestFileId bytes() {
        return upload.id();
      }
    }

    /**
     * The table knows it just so.
     *
     * @param upload as the table has it; null when another file of this run was the same
     * @param putBack whether objects of it were missing or damaged, and were put back
     */
    record Known(
        String where, IngestFileId bytes, @Nullable PhotometryUpload upload, boolean putBack)
        implements PreparedUpload {}

    record Refused(Rejection rejection) implements PreparedUpload {
      @Override
      public String where() {
        return rejection.where();
      }

      @Override
      public @Nullable IngestFileId bytes() {
        return null;
      }
    }
  }
}
