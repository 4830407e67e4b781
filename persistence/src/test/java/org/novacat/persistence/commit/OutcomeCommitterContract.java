package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.commit;
import static org.novacat.persistence.testing.Samples.quarantined;
import static org.novacat.persistence.testing.Samples.registered;
import static org.novacat.persistence.testing.Samples.valid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitResult.AlreadyRecorded;
import org.novacat.persistence.commit.CommitResult.Committed;
import org.novacat.persistence.commit.CommitResult.Conflict;
import org.novacat.persistence.commit.CommitResult.Duplicate;
import org.novacat.persistence.commit.ValidationOutcome.RetryLater;
import org.novacat.persistence.commit.ValidationOutcome.SameBytes;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/** What committing outcomes does, on every table. */
abstract class OutcomeCommitterContract {
  private final Table table;
  private final MutableClock clock = new MutableClock();
  private final Catalog catalog;
  private final NovaId nova;

  OutcomeCommitterContract(Table table) {
    this.table = table;
    this.catalog = Catalogs.over(table, clock);
    this.nova = Samples.nova(catalog, "V1500 Cyg");
  }

  @Test
  void validOutcomes_areValidAndLeaveTheIndex() {
    List<ProductRef> products = registered(catalog, nova, 50);

    List<CommitResult> results = commit(catalog, valids(products));

    assertThat(results).hasSize(50).allMatch(result -> result instanceof Committed);
    assertThat(table.scan(Scan.ofIndex(""), null).items()).isEmpty();
    SpectraProduct product = catalog.products().find(products.get(7).id()).orElseThrow();
    assertThat(product.state().validation()).isEqualTo(ValidationStatus.VALID);
    assertThat(product.summary()).isEqualTo(Samples.SUMMARY);
    assertThat(product.meta().version()).isEqualTo(2);
    assertThat(product.attempts().total()).isEqualTo(1);
    assertThat(catalog.products().files(nova, product.id())).hasSize(3);
  }

  @Test
  void fiftyValidOutcomes_arePackedIntoFiveTransactions() {
    List<ProductRef> products = registered(catalog, nova, 50);

    CommitStats stats =
        catalog.committer(CommitSettings.DEFAULTS).commit(valids(products).iterator(), r -> {});

    assertThat(stats.units()).isEqualTo(50);
    assertThat(stats.transactions()).isEqualTo(5);
    assertThat(stats.actions()).isEqualTo(400);
    assertThat(stats.retries()).isZero();
    assertThat(stats.conditionFailures()).isZero();
    assertThat(stats.capacity()).isPositive();
  }

  /** Texts are cut, so only what names something can be as large: here, the place of an object. */
  @Test
  void outcomeWhoseItemWouldBeTooLarge_isQuarantinedAndTakesNoNeighbourWithIt() {
    List<ProductRef> products = registered(catalog, nova, 20);
    List<Valid> outcomes = new ArrayList<>(valids(products));
    outcomes.set(7, withPrefix(outcomes.get(7), "x".repeat(435_000)));

    List<CommitResult> results = commit(catalog, outcomes);

    assertThat(results)
        .hasSize(20)
        .filteredOn(result -> result.product().equals(products.get(7)))
        .singleElement()
        .extracting(result -> ((Committed) result).reason())
        .isEqualTo(QuarantineReason.LIMIT_EXCEEDED);
    assertThat(results).filteredOn(r -> ((Committed) r).reason() == null).hasSize(19);
    SpectraProduct refused = catalog.products().find(products.get(7).id()).orElseThrow();
    assertThat(refused.quarantine().facts().detail()).isEqualTo("ITEM_TOO_LARGE");
    assertThat(refused.quarantine().facts().message()).contains("204800 are allowed");
  }

  /** Each is small enough for an item, all of them together are not for a transaction. */
  @Test
  void largeOutcomes_goIntoMoreTransactionsThanTheirActionsNeed() {
    List<ProductRef> products = registered(catalog, nova, 20);
    List<Valid> outcomes =
        valids(products).stream().map(valid -> withPrefix(valid, "x".repeat(190_000))).toList();

    CommitStats stats =
        catalog.committer(CommitSettings.DEFAULTS).commit(outcomes.iterator(), r -> {});

    assertThat(stats.units()).isEqualTo(20);
    assertThat(stats.transactions()).isEqualTo(2);
  }

  /** Small changes of large items: what they touch together is known to the table alone. */
  @Test
  void smallOutcomesOfLargeItems_goIntoSmallerTransactions() {
    List<Registration> large =
        IntStream.range(0, 30)
            .mapToObj(n -> withLocator(Samples.registration(nova, n), "x".repeat(190_000)))
            .toList();
    List<ProductRef> products = new ArrayList<>();
    catalog
        .registrar(CommitSettings.DEFAULTS)
        .commit(large.iterator(), r -> products.add(((Registered.Created) r).product()));

    List<CommitResult> results =
        commit(
            catalog,
            products.stream()
                .map(one -> new RetryLater(one, "IOException", clock.instant()))
                .toList());

    assertThat(results).hasSize(30).allMatch(result -> result instanceof Committed);
  }

  private static Registration withLocator(Registration wish, String locator) {
    return new Registration(
        wish.novaId(),
        wish.provider(),
        wish.id(),
        wish.locatorIdentity(),
        List.of(locator),
        wish.rawFile(),
        wish.files());
  }

  @Test
  void validProductThatIsReadAgain_keepsItsResultUntilTheNewOneIsThere() {
    SpectraProduct before = validOnce();

    ProductRef asked = catalog.products().reprocess(before.ref(), "other unit of flux");

    SpectraProduct waiting = product(asked);
    assertThat(waiting.state()).hasToString("VALID/ACQUIRED/ACQUIRE");
    assertThat(catalog.products().eligible()).containsExactly(waiting);
    assertThat(waiting.reprocessing().reason()).isEqualTo("other unit of flux");
    assertSameResult(waiting, before);
    assertThatThrownBy(
            () -> catalog.products().recordComing(asked, new ComingBytes(bytes(1), 2880)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("its state VALID/ACQUIRED/ACQUIRE does not allow it");
    assertThat(commit(catalog, List.of(newResult(asked))))
        .singleElement()
        .isInstanceOfSatisfying(
            Committed.class, done -> assertThat(done.state()).isEqualTo(before.state()));
    assertThat(product(asked).profile().fitsProfileId()).isEqualTo("eso-sdp@2");
    assertThat(table.scan(Scan.ofIndex(""), null).items()).isEmpty();
    assertThat(catalog.products().owners(List.of(bytes(0)))).containsValue(asked.id());
    assertThat(catalog.products().files(nova, asked.id())).hasSize(3);
  }

  @Test
  void validProductThatIsReadAgainInVain_keepsItsResult() {
    SpectraProduct before = validOnce();
    ProductRef asked = catalog.products().reprocess(before.ref(), "another profile");
    commit(catalog, List.of(new RetryLater(asked, "HTTP 503", clock.instant())));
    SpectraProduct postponed = product(asked);

    List<CommitResult> results =
        commit(catalog, List.of(quarantined(postponed.ref(), QuarantineReason.UNREADABLE)));

    assertThat(postponed.state()).hasToString("VALID/ACQUIRED/ACQUIRE");
    assertSameResult(postponed, before);
    SpectraProduct refused = product(asked);
    assertThat(results)
        .containsExactly(
            new Committed(postponed.ref(), before.state(), QuarantineReason.UNREADABLE));
    assertThat(refused.state()).isEqualTo(before.state());
    assertThat(refused.quarantine().facts().reason()).isEqualTo(QuarantineReason.UNREADABLE);
    assertSameResult(refused, before);
    assertThat(postponed.isInQuarantine()).isFalse();
    assertThat(catalog.products().quarantined()).containsExactly(refused);
    commit(catalog, List.of(newResult(catalog.products().reprocess(refused.ref(), "once more"))));
    assertThat(catalog.products().quarantined()).isEmpty();
  }

  @Test
  void verdictOfBeforeItWasToBeReadAgain_isAConflict() {
    SpectraProduct before = validOnce();
    ProductRef asked = catalog.products().reprocess(before.ref(), "one reason");
    ProductRef askedAgain = catalog.products().reprocess(asked, "a better reason");

    assertThat(commit(catalog, List.of(newResult(asked))))
        .singleElement()
        .isInstanceOf(Conflict.class);
    assertThat(commit(catalog, List.of(new SameBytes(askedAgain, bytes(0), askedAgain.id()))))
        .singleElement()
        .isInstanceOf(Conflict.class);

    assertSameResult(product(asked), before);
    assertThat(product(asked).reprocessing().reason()).isEqualTo("a better reason");
  }

  @Test
  void productThatIsNotValid_orWithoutAReason_isNotReadAgain() {
    ProductRef waiting = registered(catalog, nova, 1).get(0);

    assertThatThrownBy(() -> catalog.products().reprocess(waiting, "why not"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("its state UNVALIDATED/ACQUIRED/ACQUIRE does not allow it");
    assertThatThrownBy(() -> catalog.products().reprocess(waiting, " "))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is no reason (say why)");
  }

  @Test
  void rightsOfAProduct_areRecorded_andAllWhoPassItOnHaveToSeeThem() {
    SpectraProduct before = validOnce();
    assertThat(before.rights()).isEqualTo(Rights.NONE);
    Rights rights =
        new Rights(
            "PRIVATE",
            "CC-BY-4.0",
            "2016A&A...590A.123S",
            "10.1051/0004-6361/201527856",
            List.of("S. N. Shore"),
            "We thank the observers.",
            "");

    ProductRef after = catalog.products().recordRights(before.ref(), rights);

    assertThat(product(after).ref()).isEqualTo(after);
    assertThat(product(after).rights()).isEqualTo(rights);
    assertSameResult(product(after), before);
    for (WorkConsumer consumer : WorkConsumer.OF_PRODUCTS) {
      assertThat(catalog.workQueue().list(consumer))
          .extracting(WorkItem::type, WorkItem::change)
          .contains(tuple(DirtyType.RIGHTS, after.id().toString()));
    }
    catalog.products().recordRights(after, Rights.NONE);
    assertThat(product(after).rights()).isEqualTo(Rights.NONE);
    assertThatThrownBy(() -> catalog.products().recordRights(before.ref(), rights))
        .isInstanceOf(ConflictException.class);
  }

  /** As after a lost reply: the refusal of before is on record, and is not this verdict. */
  @Test
  void validProductThatWasRefusedBefore_isNotReportedAsRefusedWhenItIsReadBack() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(quarantined(product, QuarantineReason.UNREADABLE)));
    Valid valid = valid(catalog.products().approveRetry(product.id()), bytes(0));
    List<CommitResult> first = commit(catalog, List.of(valid));

    assertThat(commit(catalog, List.of(valid))).isEqualTo(first);
    assertThat(first)
        .containsExactly(new Committed(valid.product(), product(product).state(), null));
  }

  private SpectraProduct validOnce() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(valid(product, bytes(0))));
    return product(product);
  }

  private SpectraProduct product(ProductRef ref) {
    return catalog.products().find(ref.id()).orElseThrow();
  }

  private static Valid newResult(ProductRef product) {
    Valid valid = valid(product, bytes(0));
    return new Valid(
        product,
        valid.sha256(),
        new ProfileChoice("eso-sdp@2", Map.of("ORIGIN", "ESO"), List.of(), ""),
        valid.summary(),
        valid.derivedPrefix(),
        valid.files());
  }

  private static void assertSameResult(SpectraProduct now, SpectraProduct before) {
    assertThat(now.derivedPrefix()).isEqualTo(before.derivedPrefix());
    assertThat(now.summary()).isEqualTo(before.summary());
    assertThat(now.profile()).isEqualTo(before.profile());
    assertThat(now.contentFingerprint()).isEqualTo(before.contentFingerprint());
    assertThat(now.rawFile()).isEqualTo(before.rawFile());
  }

  private static Valid withPrefix(Valid valid, String prefix) {
    return new Valid(
        valid.product(), valid.sha256(), valid.profile(), valid.summary(), prefix, valid.files());
  }

  @Test
  void equalBytes_firstGivenOwnsThem() {
    List<ProductRef> products = registered(catalog, nova, 40);
    List<Valid> outcomes = products.stream().map(product -> valid(product, bytes(1))).toList();

    List<CommitResult> results = commit(catalog, outcomes);

    assertThat(results).filteredOn(result -> result instanceof Committed).hasSize(1);
    assertThat(results)
        .filteredOn(result -> result instanceof Duplicate)
        .hasSize(39)
        .allMatch(result -> ((Duplicate) result).of().equals(products.get(0).id()));
    SpectraProduct duplicate = catalog.products().find(products.get(5).id()).orElseThrow();
    assertThat(duplicate.duplicateOf()).isEqualTo(products.get(0).id());
    assertThat(duplicate.summary()).isNull();
  }

  @Test
  void bytesClaimedBefore_productIsDuplicate() {
    List<ProductRef> products = registered(catalog, nova, 2);
    commit(catalog, List.of(valid(products.get(1), bytes(1))));

    List<CommitResult> results = commit(catalog, List.of(valid(products.get(0), bytes(1))));

    assertThat(results).containsExactly(new Duplicate(products.get(0), products.get(1).id()));
  }

  @Test
  void bytesKnownToBeAnothers_areRecordedAsDuplicateUnread() {
    List<ProductRef> products = registered(catalog, nova, 3);
    ContentHash hash = bytes(1);
    commit(catalog, List.of(valid(products.get(1), hash)));

    Map<ContentHash, DataProductId> owners = catalog.products().owners(List.of(hash, bytes(2)));
    List<SameBytes> same =
        List.of(
            new SameBytes(products.get(0), hash, owners.get(hash)),
            new SameBytes(products.get(2), hash, owners.get(hash)));
    List<CommitResult> results = commit(catalog, same);

    assertThat(owners).containsOnlyKeys(hash).containsValue(products.get(1).id());
    assertThat(results)
        .containsExactlyInAnyOrder(
            new Duplicate(products.get(0), products.get(1).id()),
            new Duplicate(products.get(2), products.get(1).id()));
    assertThat(commit(Catalogs.over(table, clock), same))
        .allMatch(result -> result instanceof AlreadyRecorded);
  }

  @Test
  void otherRunRecordedTheSame_isAlreadyRecorded() {
    List<ProductRef> products = registered(catalog, nova, 3);
    commit(catalog, valids(products));

    List<CommitResult> results = commit(Catalogs.over(table, clock), valids(products));

    assertThat(results).hasSize(3).allMatch(result -> result instanceof AlreadyRecorded);
  }

  @Test
  void otherRunRecordedAnother_isConflictThatNamesIt() {
    List<ProductRef> products = registered(catalog, nova, 20);
    ProductRef lost = products.get(4);
    Catalog other = Catalogs.over(table, clock);
    commit(other, List.of(quarantined(lost, QuarantineReason.UNREADABLE)));

    List<CommitResult> results = commit(catalog, valids(products));

    assertThat(results).filteredOn(result -> result instanceof Committed).hasSize(19);
    assertThat(results)
        .filteredOn(result -> result instanceof Conflict)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.product()).isEqualTo(lost);
              assertThat(((Conflict) result).by()).isNotNull();
              assertThat(((Conflict) result).why())
                  .isEqualTo(
                      "its version is 2 and its state QUARANTINED/ACQUIRED/NONE, expected 1 and UNVALIDATED/ACQUIRED/ACQUIRE");
            });
  }

  /** Only the version tells: the state is the one that was read. */
  @Test
  void otherRunCountedATryMeanwhile_isConflictAndItsTryIsKept() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(
        Catalogs.over(table, clock),
        List.of(new RetryLater(product, "HTTP 503", MutableClock.START)));

    List<CommitResult> results = commit(catalog, List.of(valid(product, bytes(0))));

    assertThat(results).singleElement().isInstanceOf(Conflict.class);
    SpectraProduct now = catalog.products().find(product.id()).orElseThrow();
    assertThat(now.attempts().lastErrorFingerprint()).isEqualTo("HTTP 503");
    assertThat(now.state()).isEqualTo(product.state());
  }

  @Test
  void eachVerdict_leavesTheIndexInTheSameWrite() {
    List<ProductRef> products = registered(catalog, nova, 4);
    assertThat(table.scan(Scan.ofIndex(""), null).items()).hasSize(4);

    commit(
        catalog,
        List.of(
            valid(products.get(0), bytes(0)),
            valid(products.get(1), bytes(0)),
            quarantined(products.get(2), QuarantineReason.OTHER),
            new RetryLater(products.get(3), "HTTP 503", MutableClock.START)));
    assertThat(table.scan(Scan.ofIndex(""), null).items()).hasSize(1);

    catalog.products().approveRetry(products.get(2).id());
    assertThat(table.scan(Scan.ofIndex(""), null).items()).hasSize(2);
  }

  @Test
  void quarantined_isListedWithItsReason() {
    List<ProductRef> products = registered(catalog, nova, 1);

    commit(catalog, List.of(quarantined(products.get(0), QuarantineReason.NOT_A_SPECTRUM)));

    assertThat(catalog.products().quarantined())
        .singleElement()
        .satisfies(
            product ->
                assertThat(product.quarantine().facts().reason())
                    .isEqualTo(QuarantineReason.NOT_A_SPECTRUM));
    assertThat(catalog.products().eligible()).isEmpty();
  }

  @Test
  void retryLater_staysEligibleAndCountsTheTry() {
    ProductRef product = registered(catalog, nova, 1).get(0);

    commit(catalog, List.of(new RetryLater(product, "HTTP 503", MutableClock.START)));

    assertThat(catalog.products().eligible(nova))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.attempts().total()).isEqualTo(1);
              assertThat(found.attempts().lastErrorFingerprint()).isEqualTo("HTTP 503");
              assertThat(found.attempts().nextEligibleAt()).isEqualTo(MutableClock.START);
            });
  }

  @Test
  void stateThatForbidsTheOutcome_isConflictAndNothingIsWritten() {
    ProductRef product = registered(catalog, nova, 1).get(0);
    commit(catalog, List.of(valid(product, bytes(0))));
    ProductRef done = catalog.products().find(product.id()).orElseThrow().ref();

    List<CommitResult> results = commit(catalog, List.of(valid(done, bytes(0))));

    assertThat(results)
        .containsExactly(
            new Conflict(done, "its state VALID/ACQUIRED/NONE does not allow VALIDATED", null));
    assertThat(catalog.products().find(product.id()).orElseThrow().ref()).isEqualTo(done);
  }

  private static List<Valid> valids(List<ProductRef> products) {
    return IntStream.range(0, products.size())
        .mapToObj(n -> valid(products.get(n), bytes(n)))
        .toList();
  }
}
