package org.novacat.jobs.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.fetch.Fetched.Bytes;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;

/**
 * Puts the bytes of a product in the place of others, in two steps, so that at no moment an item
 * that a run may validate points at bytes that are not its own. First the item says which bytes are
 * coming, on the version that was read; then the object is replaced, on the version that was there
 * before; then the item says that they have come. What a killed run leaves between is finished by
 * the next {@code register} of either file, or by {@code recover}. Bytes that were found valid are
 * never touched. Safe for many threads.
 */
final class RawReplacement {
  /** One of them may be for the rights. */
  private static final int ATTEMPTS = 4;

  /** Characters. */
  private static final int LONGEST_REASON = 500;

  /** A run that waits longer between the first two steps takes the first one again. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

  /** Another run whose bytes are coming for so long is dead; no living one takes that long. */
  private static final Duration TAKE_OVER = Duration.ofSeconds(30);

  private final Products products;
  private final Committer<Registration, Registered> registrar;
  private final Waits waits;
  private final RawObjects raw;
  private final RightsRecord rights;
  private final Clock clock;

  /**
   * What is to be there.
   *
   * @param where the file, for messages
   * @param registration of the product, before its bytes are there
   * @param ending under which the bytes lie
   * @param document makes its {@code source.json}, of what is stated of the bytes and said of their
   *     rights
   */
  record Wish(
      String where,
      Registration registration,
      Fetched fetched,
      FileEnding ending,
      BiFunction<StatedFacts, Rights, byte[]> document) {
    /**
     * The same where a product that has these bytes already has them; what it states stays where
     * nothing is stated now.
     */
    Wish of(SpectraProduct item) {
      Pointer has = item.rawFile();
      if (has == null || !has.sha256().equals(fetched.sha256())) {
        return this;
      }
      StatedFacts stated = stated().isEmpty() ? item.stated() : stated();
      FileEnding there = NovaCatKeys.endingOfPrimary(has.key());
      return new Wish(where, registration.stating(stated), fetched, there, document);
    }

    StatedFacts stated() {
      return registration.stated();
    }

    /** What is said of rights and credit now. */
    Rights said() {
      return registration.rights();
    }

    /** {@code source.json}, with what was said of the rights of a product before. */
    byte[] source(@Nullable SpectraProduct item) {
      return document.apply(stated(), item == null ? said() : said().onto(item.rights()));
    }

    /** Whether a product has these bytes, and the same is stated of them. */
    boolean isHadBy(SpectraProduct item) {
      Pointer has = item.rawFile();
      return item.coming() == null
          && has != null
          && has.sha256().equals(fetched.sha256())
          && stated().facts().equals(item.stated().facts());
    }

    ComingBytes coming() {
      return new ComingBytes(fetched.sha256(), fetched.size());
    }

    LayoutKey key() {
      return NovaCatKeys.primary(registration.novaId(), registration.id(), ending);
    }

    LayoutKey sourceKey() {
      return NovaCatKeys.sourceJson(registration.novaId(), registration.id());
    }
  }

  RawReplacement(Stores stores, RawObjects raw, RightsRecord rights, Clock clock) {
    this.rights = rights;
    this.products = stores.catalog().products();
    this.registrar = stores.catalog().registrar(CommitSettings.DEFAULTS);
    this.waits = stores.catalog().waits();
    this.raw = raw;
    this.clock = clock;
  }

  /**
   * Does it.
   *
   * @throws RejectedException when the product may not have other bytes, or another run is quicker
   */
  void replace(Wish wanted) throws RejectedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SpectraProduct item = current(wanted);
      Wish wish = wanted.of(item);
      check(wish, item);
      if (rights.isRecorded(wish, item)) {
        continue;
      }
      awaitOther(wish, item);
      if (isSettled(wish, item) || isDone(wish, item)) {
        return;
      }
    }
    throw conflict(wanted, "other runs change it at the same time");
  }

  /**
   * States something else of a valid product, whose bytes stay: {@code source.json} first, then the
   * item, which is what counts. What a killed run leaves between, the next one that states either
   * makes good.
   *
   * @return false when the product or the object was changed meanwhile
   */
  boolean restate(Wish wish, SpectraProduct item, Pointer has) throws RejectedException {
    ObjectInfo before = raw.find(wish.sourceKey());
    raw.begin();
    try {
      Pointer source = raw.replace(wish.sourceKey(), Bytes.of(wish.source(item)), before);
      Registration now = wish.registration().with(has, source);
      String reason = "stated otherwise: " + StatedDifference.of(item.stated(), wish.stated());
      products.restate(item.ref(), now.stated(), now.files(), Excerpt.of(reason, LONGEST_REASON));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  /**
   * Passes for bytes that it has, and for others where those that it has were not found valid. What
   * is stated counts as the bytes do.
   *
   * @throws RejectedException when they were, or a person has refused the product for good
   */
  static void check(Wish wish, SpectraProduct item) throws RejectedException {
    String where = wish.where();
    ContentHash sha256 = wish.fetched().sha256();
    Pointer has = item.rawFile();
    if (has == null) {
      return;
    }
    if (has.sha256().equals(sha256)) {
      checkStated(wish, item);
      return;
    }
    switch (item.state().validation()) {
      case VALID ->
          throw new RejectedException(
              RejectCode.RAW_IMMUTABLE,
              "Cannot register %s: product '%s' is validated with other bytes (SHA-256 %s, these have %s), and raw bytes never change (give the file a product_key of its own)"
                  .formatted(where, item.id(), has.sha256(), sha256));
      case TERMINAL_INVALID ->
          throw new RejectedException(
              RejectCode.PRODUCT_CONFLICT,
              "Cannot register %s: product '%s' was refused for good, with other bytes (give the file a product_key of its own)"
                  .formatted(where, item.id()));
      case UNVALIDATED, QUARANTINED -> {}
    }
  }

  private static void checkStated(Wish wish, SpectraProduct item) throws RejectedException {
    boolean isJudged =
        switch (item.state().validation()) {
          case VALID, TERMINAL_INVALID -> true;
          case UNVALIDATED, QUARANTINED -> false;
        };
    String differs = StatedDifference.of(item.stated(), wish.stated());
    if (isJudged && !differs.isEmpty()) {
      throw new RejectedException(
          RejectCode.PRODUCT_CONFLICT,
          "Cannot register %s: product '%s' is %s, and something else is stated of it now: %s (state what was stated, or nothing; or let it be read again with what is stated now by --restate)"
              .formatted(wish.where(), item.id(), item.state().validation(), differs));
    }
  }

  /** Whether another run has brought these very bytes meanwhile, and a verdict on them stands. */
  private static boolean isSettled(Wish wish, SpectraProduct item) {
    return wish.isHadBy(item) && Acquirer.isFinal(item);
  }

  private boolean isDone(Wish wish, SpectraProduct item) throws RejectedException {
    ObjectInfo before = raw.find(wish.key());
    ObjectInfo sourceBefore = raw.find(wish.sourceKey());
    raw.begin();
    try {
      long since = System.nanoTime();
      ProductRef coming = products.recordComing(item.ref(), wish.coming());
      Pointer source = raw.replace(wish.sourceKey(), Bytes.of(wish.source(item)), sourceBefore);
      if (System.nanoTime() - since > LONGEST_STEP.toNanos()) {
        return false;
      }
      finish(wish, coming, raw.replace(wish.key(), wish.fetched().bytes(), before), source);
      return true;
    } catch (ConflictException e) {
      return false; // the product is read again, and what it is now decides
    }
  }

  private void finish(Wish wish, ProductRef coming, Pointer there, Pointer source) {
    Registration now = wish.registration().with(there, source);
    products.recordAcquisition(coming, there, now.locators(), now.stated(), now.files());
  }

  /** The product; one that is not known yet is made known without bytes, so that it can be told. */
  private SpectraProduct current(Wish wish) throws RejectedException {
    Optional<SpectraProduct> known = find(wish.registration());
    if (known.isPresent()) {
      return known.get();
    }
    raw.begin();
    registrar.commit(List.of(wish.registration()).iterator(), RawReplacement::ignore);
    return find(wish.registration())
        .orElseThrow(() -> conflict(wish, "it cannot be made known (see 'novacat nova list')"));
  }

  private Optional<SpectraProduct> find(Registration of) {
    return products.find(of.novaId(), of.provider(), of.id());
  }

  /** Whatever came of it, the product is read next. */
  private static void ignore(Registered result) {}

  private void awaitOther(Wish wish, SpectraProduct item) throws RejectedException {
    ComingBytes coming = item.coming();
    if (coming == null || coming.sha256().equals(wish.fetched().sha256())) {
      return;
    }
    Instant dead = item.meta().updatedAt().plus(TAKE_OVER);
    Duration left = Duration.between(clock.instant(), dead);
    try (Waits.Wait wait = waits.begin()) {
      if (left.compareTo(Duration.ZERO) > 0) {
        String why = "run %s brings other bytes".formatted(item.meta().updatedBy());
        wait.sleep(left, "product " + item.id(), why, TAKE_OVER);
        wait.over();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw conflict(wish, "interrupted while another run brings other bytes");
    }
  }

  private static RejectedException conflict(Wish wish, String why) {
    return new RejectedException(
        RejectCode.PRODUCT_CONFLICT,
        "Cannot register '%s': product '%s': %s (register it again)"
            .formatted(wish.where(), wish.registration().id(), why));
  }
}
