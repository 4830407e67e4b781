package org.novacat.jobs.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.register.SourceDocument.Member;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.fetch.Fetcher;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.commit.Registration;
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
  /** One of them may be for the rights. */
  private static final int ATTEMPTS = 4;

  private final Fetcher fetcher;
  private final RawObjects raw;
  private final Clock clock;
  private final Products known;
  private final SourceObjects sources;
  private final RightsRecord rights;
  private final RawReplacement replacement;
  private final ArchiveAcquirer archives;
  private final boolean restates;

  /**
   * @param restates whether what is stated now takes the place of what was stated of valid spectra
   * @param rights told of each change of rights, as a sentence; by many threads
   */
  Acquirer(
      Stores stores,
      Runnable begin,
      FetchLimits limits,
      Clock clock,
      boolean restates,
      Consumer<String> rights) {
    this.restates = restates;
    this.fetcher = new Fetcher(limits, stores.catalog().waits());
    this.raw = new RawObjects(stores.archive(), begin);
    this.clock = clock;
    this.known = stores.catalog().products();
    this.sources = new SourceObjects(stores.archive(), known, raw);
    this.rights = new RightsRecord(known, raw, rights);
    this.replacement = new RawReplacement(stores, raw, this.rights, clock);
    this.archives = new ArchiveAcquirer(limits, raw, known, this::product);
  }

  /** One result for a file, one for each spectrum in an archive and one for the archive. */
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
          ? archives.acquire(nova, candidate, fetched)
          : List.of(file(nova, candidate, fetched));
    }
  }

  private Prepared file(NovaId nova, Candidate candidate, Fetched fetched)
      throws RejectedException {
    return product(nova, candidate, null, fetched);
  }

  /**
   * A file as a product of its own.
   *
   * @param candidate with what is stated of the file
   * @param member its place in the candidate's archive; null when it is the candidate itself
   */
  private Prepared product(
      NovaId nova, Candidate candidate, @Nullable Member member, Fetched fetched)
      throws RejectedException {
    DataProductId product = candidate.productId(member == null ? "" : suffix(member.path()));
    RawReplacement.Wish wish = wish(nova, candidate, product, member, fetched);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SpectraProduct item = known.find(nova, candidate.provider(), product).orElse(null);
      Optional<Prepared> prepared =
          item == null || (item.rawFile() == null && item.coming() == null)
              ? first(item, wish)
              : again(item, wish);
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
    if (item != null && rights.isRecorded(wish, item)) {
      return Optional.empty();
    }
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

  /**
   * Bytes of a product that has some, or is about to.
   *
   * @return empty when another run changes it at the same time
   */
  private Optional<Prepared> again(SpectraProduct item, RawReplacement.Wish wanted)
      throws RejectedException {
    RawReplacement.Wish wish = wanted.of(item);
    Pointer has = item.rawFile();
    boolean isRestated = has != null && restates(item, wish, has);
    if (!isRestated) {
      RawReplacement.check(wish, item);
    }
    if (rights.isRecorded(wish, item)) {
      return Optional.empty();
    }
    return has != null && isRestated
        ? restated(item, has, wish)
        : Optional.of(kept(item, has, wish));
  }

  private Optional<Prepared> restated(SpectraProduct item, Pointer has, RawReplacement.Wish wish)
      throws RejectedException {
    return replacement.restate(wish, item, has)
        ? Optional.of(new Prepared.Replaced(wish.where()))
        : Optional.empty();
  }

  private Prepared kept(SpectraProduct item, @Nullable Pointer has, RawReplacement.Wish wish)
      throws RejectedException {
    if (has != null && wish.isHadBy(item)) {
      return new Prepared.Known(wish.where(), mend(item, has, wish));
    }
    replacement.replace(wish);
    return new Prepared.Replaced(wish.where());
  }

  /** Whether other facts of the bytes of a valid spectrum are to take the place of its own. */
  private boolean restates(SpectraProduct item, RawReplacement.Wish wish, Pointer has) {
    return restates
        && item.state().validation() == ValidationStatus.VALID
        && has.sha256().equals(wish.fetched().sha256())
        && !wish.stated().facts().equals(item.stated().facts());
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
    Instant now = clock.instant();
    String locator = candidate.locator().identity() + suffix(path);
    String identity =
        candidate.productKey() == null ? locator : candidate.productKey() + suffix(path);
    return new RawReplacement.Wish(
        where(candidate, path),
        new Registration(
                nova, candidate.provider(), product, identity, List.of(locator), null, List.of())
            .stating(candidate.stated())
            .crediting(candidate.rights()),
        fetched,
        RawFiles.ending(
            path == null ? candidate.locator().fileName() : path, fetched, candidate.stated()),
        (stated, said) -> SourceDocument.of(candidate, member, fetched, stated, said, now));
  }

  private static String where(Candidate candidate, @Nullable String member) {
    return candidate.where() + suffix(member);
  }

  private static String suffix(@Nullable String member) {
    return member == null ? "" : "!/" + member;
  }
}
