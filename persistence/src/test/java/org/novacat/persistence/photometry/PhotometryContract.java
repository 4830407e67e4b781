package org.novacat.persistence.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.audit.Contradiction;
import org.novacat.persistence.commit.UploadOutcome;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Photometry;
import org.novacat.persistence.testing.Samples;

/** Photometry in the table; one run for each table there is. */
abstract class PhotometryContract {
  private final Table table;
  private final MutableClock clock = new MutableClock();

  PhotometryContract(Table table) {
    this.table = table;
  }

  /** A catalogue of a new run over one table. */
  private Catalog catalog() {
    return Catalogs.over(table, clock);
  }

  @Test
  void upload_waitsUntilItIsDecided() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");

    assertThat(catalog.uploads().register(Photometry.upload(1))).isEqualTo(UploadKnown.NEW);
    PhotometryUpload waiting = only(catalog);
    assertThat(waiting.isSameAs(Photometry.upload(1))).isTrue();
    assertThat(waiting.verdict()).isNull();

    assertThat(decide(catalog, waiting, nova)).isTrue();

    assertThat(catalog.uploads().waiting()).isEmpty();
    PhotometryUpload decided = catalog.uploads().find(waiting.id()).orElseThrow();
    assertThat(decided.status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(decided.verdict()).isEqualTo(Photometry.accepted(nova));
    assertThat(catalog.photometryTables().parts(nova))
        .singleElement()
        .satisfies(part -> assertThat(part.upload()).isEqualTo(waiting.id()));
    assertThat(dirty(catalog)).extracting(WorkItem::novaId).containsExactly(nova);
  }

  /** Else whoever looks for spectra that wait would read it too. */
  @Test
  void uploadThatWaits_isNotInTheIndexOfSpectra() {
    catalog().uploads().register(Photometry.upload(1));

    assertThat(only(catalog())).isNotNull();
    assertThat(Pages.of(table, Scan.ofIndex(""))).isEmpty();
  }

  @Test
  void uploadThatAnEarlierNovacatRegistered_waitsInTheIndex_untilItIsDecided() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload upload = only(catalog);
    storeAsBefore(upload);

    assertThat(only(catalog)).isEqualTo(upload);
    assertThat(catalog.inventory().contradictions(clock.instant())).isEmpty();
    assertThat(decide(catalog, upload, Samples.nova(catalog, "V339 Del"))).isTrue();

    assertThat(catalog.uploads().waiting()).isEmpty();
    assertThat(Pages.of(table, Scan.ofIndex(""))).isEmpty();
  }

  private void storeAsBefore(PhotometryUpload upload) {
    RawItem now = table.get(Keys.upload(upload.id()));
    Map<String, Attribute> attributes = new HashMap<>(now.attributes());
    attributes.put("schema_version", Attribute.of("1.0"));
    attributes.put(Table.INDEX_PARTITION, Attribute.of(now.key().pk()));
    attributes.put(Table.INDEX_SORT, Attribute.of(Keys.WAITING_BEFORE + upload.id()));
    RawItem before = new RawItem(now.key(), attributes);
    table.transact(
        List.of(new Write.Put(before, Condition.always()), WaitingUpload.ends(upload.id())));
  }

  @Test
  void waitingUploadThatNothingSaysWaits_isNamedByVerify_andMendedByRegister() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload upload = only(catalog);

    table.transact(List.of(WaitingUpload.ends(upload.id())));

    assertThat(catalog.inventory().contradictions(clock.instant()))
        .extracting(Contradiction::message)
        .singleElement()
        .asString()
        .contains("It waits, and the item by which it is found is missing");
    assertThat(catalog.uploads().waiting()).isEmpty();
    assertThat(catalog.uploads().register(Photometry.upload(1))).isEqualTo(UploadKnown.ALREADY);
    assertThat(only(catalog)).isEqualTo(upload);
    assertThat(catalog.inventory().contradictions(clock.instant())).isEmpty();
  }

  @Test
  void sameFileAgain_isKnownAndWritesNothing() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    decide(catalog, only(catalog), Samples.nova(catalog, "V339 Del"));

    assertThat(catalog.uploads().register(Photometry.upload(1))).isEqualTo(UploadKnown.ALREADY);
    assertThat(catalog.uploads().waiting()).isEmpty();
  }

  @Test
  void rightsThatAreSaidLater_areRecorded_makeNovaeDue_andAreNotTakenBackBySilence() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");
    catalog.uploads().register(Photometry.upload(1));
    decide(catalog, only(catalog), nova);
    Rights rights =
        new Rights("", "CC-BY-4.0", "2016A&A...590A.123S", "", List.of("A. Henden"), "", "");

    PhotometryUpload credited = Photometry.upload(1, null, Map.of(), rights);
    assertThat(catalog.uploads().register(credited)).isEqualTo(UploadKnown.ALREADY);
    assertThat(known(catalog).rights()).isEqualTo(rights);
    assertThat(known(catalog).isWaiting()).isFalse();
    assertThat(catalog.workQueue().list(WorkConsumer.BUNDLE))
        .extracting(WorkItem::type)
        .contains(DirtyType.RIGHTS);

    long version = known(catalog).meta().version();
    assertThat(catalog.uploads().register(credited)).isEqualTo(UploadKnown.ALREADY);
    assertThat(known(catalog).meta().version()).isEqualTo(version);
    Rights other = new Rights("PRIVATE", "", "", "", List.of(), "", "");
    catalog.uploads().register(Photometry.upload(1, null, Map.of(), other));
    assertThat(known(catalog).rights()).isEqualTo(other.onto(rights));
    assertThat(known(catalog).rights().licence()).isEqualTo("CC-BY-4.0");
    assertThat(catalog.uploads().register(Photometry.upload(1))).isEqualTo(UploadKnown.ALREADY);
    PhotometryUpload withSidecar =
        Photometry.upload(1, null, Map.of(ObjectKey.of("sidecar"), Samples.bytes(1)));
    assertThat(catalog.uploads().register(withSidecar)).isEqualTo(UploadKnown.AGAIN);
    assertThat(known(catalog).rights()).isEqualTo(other.onto(rights));
  }

  private static PhotometryUpload known(Catalog catalog) {
    return catalog.uploads().find(Photometry.upload(1).id()).orElseThrow();
  }

  @Test
  void partsOfManyNovae_clearedWhileTheirRunLives_areNamedByNoVerdict() {
    for (boolean cleared : List.of(true, false)) {
      Catalog catalog = catalog();
      NovaId[] novae =
          IntStream.range(0, 60)
              .mapToObj(n -> Samples.nova(catalog, "N " + n))
              .toArray(NovaId[]::new);
      PhotometryUpload upload = Photometry.upload(cleared ? 1 : 2);
      catalog.uploads().register(upload);
      PhotometryUpload waiting = catalog.uploads().find(upload.id()).orElseThrow();
      Table between =
          new ForwardingTable(table) {
            @Override
            public TransactResult transact(List<Write> writes, String token) {
              TransactResult result = super.transact(writes, token);
              if (cleared) {
                catalog.inventory().unnamedParts().forEach(catalog.uploads()::removeUnnamed);
              }
              return result;
            }
          };

      boolean decided = decide(Catalogs.over(between, clock), waiting, novae);

      assertThat(decided).isNotEqualTo(cleared);
      assertThat(catalog.inventory().unnamedParts()).isEmpty();
      assertThat(catalog.uploads().waiting()).hasSize(cleared ? 1 : 0);
      assertThat(catalog.inventory().contradictions(clock.instant())).isEmpty();
      decide(catalog, catalog.uploads().find(upload.id()).orElseThrow(), novae);
    }
  }

  @Test
  void sidecarThatComesLater_makesARefusedFileWaitAgain() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "RS Oph");
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload first = only(catalog);
    Photometry.decide(
        catalog, first, Photometry.refused(FileRefusalCode.TIME_REFERENCE_MISSING), List.of());
    assertThat(catalog.uploads().find(first.id()).orElseThrow().verdict().refusal().remedy())
        .isEqualTo("the remedy");

    PhotometryUpload better =
        Photometry.upload(1, nova, Map.of(ObjectKey.of("sidecar"), Samples.bytes(1)));
    assertThat(catalog.uploads().register(better)).isEqualTo(UploadKnown.AGAIN);

    PhotometryUpload again = only(catalog);
    assertThat(again.companions()).isEqualTo(Map.of(ObjectKey.of("sidecar"), Samples.bytes(1)));
    assertThat(decide(catalog, again, nova)).isTrue();
    assertThat(catalog.uploads().find(first.id()).orElseThrow().verdict().refusal()).isNull();
  }

  @Test
  void retriedUpload_waitsWithItsVerdict_untilTheNextOne() {
    Catalog catalog = catalog();
    PhotometryUpload refused = refused(catalog);
    assertThat(catalog.uploads().inQuarantine()).containsExactly(refused);

    assertThat(catalog.uploads().approveRetry(refused.id())).isEqualTo(UploadStatus.WAITING);

    PhotometryUpload waiting = only(catalog);
    assertThat(waiting.verdict()).isEqualTo(refused.verdict());
    assertThat(waiting.review().status()).isEqualTo(ManualReviewStatus.CLEARED_RETRY_APPROVED);
    assertThat(catalog.uploads().inQuarantine()).containsExactly(waiting);

    assertThat(decide(catalog, waiting, Samples.nova(catalog, "RS Oph"))).isTrue();
    PhotometryUpload accepted = catalog.uploads().find(refused.id()).orElseThrow();
    assertThat(accepted.review()).isEqualTo(UploadReview.PENDING);
    assertThat(accepted.isInQuarantine()).as("a row was rejected").isTrue();
  }

  @Test
  void rejectedUpload_isFinal_untilSomethingNewIsSaidOfIt() {
    Catalog catalog = catalog();
    PhotometryUpload refused = refused(catalog);

    catalog.uploads().reject(refused.id(), "wrong star");

    PhotometryUpload rejected = catalog.uploads().find(refused.id()).orElseThrow();
    assertThat(rejected.status()).isEqualTo(UploadStatus.REJECTED);
    assertThat(rejected.review())
        .isEqualTo(new UploadReview(ManualReviewStatus.CLEARED_TERMINAL, "wrong star"));
    assertThat(catalog.uploads().inQuarantine()).isEmpty();
    assertThat(catalog.uploads().waiting()).isEmpty();
    assertThat(decide(catalog, rejected, NovaId.mint())).isFalse();
    assertThatThrownBy(() -> catalog.uploads().approveRetry(refused.id()))
        .isInstanceOf(UsageException.class);
    catalog
        .uploads()
        .register(Photometry.upload(1, null, Map.of(ObjectKey.of("sidecar"), Samples.bytes(1))));
    assertThat(only(catalog).review()).isEqualTo(UploadReview.PENDING);
  }

  @Test
  void runThatReadAnUploadBeforeItWasRejected_doesNotDecideIt() {
    Catalog run = catalog();
    PhotometryUpload read = refused(run);
    catalog().uploads().reject(read.id(), "");

    assertThat(decide(run, read, NovaId.mint())).isFalse();
    assertThat(run.uploads().find(read.id()).orElseThrow().status())
        .isEqualTo(UploadStatus.REJECTED);
  }

  @Test
  void acceptedUpload_isNotRejected() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload upload = only(catalog);
    decide(catalog, upload, Samples.nova(catalog, "RS Oph"));

    assertThatThrownBy(() -> catalog.uploads().reject(upload.id(), ""))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot record REJECTED for upload '%s': its state ACCEPTED does not allow it"
                .formatted(upload.id()));
    assertThatThrownBy(() -> catalog.uploads().approveRetry(Photometry.upload(2).id()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is none with this id");
  }

  @Test
  void counts_areOfStandingVerdicts() {
    Catalog catalog = catalog();
    refused(catalog);
    catalog.uploads().register(Photometry.upload(2));
    decide(catalog, only(catalog), Samples.nova(catalog, "RS Oph"));
    catalog.uploads().register(Photometry.upload(3));

    UploadCounts counts = catalog.uploads().counts();

    assertThat(counts.total()).isEqualTo(3);
    assertThat(counts.byStatus())
        .isEqualTo(
            Map.of(UploadStatus.WAITING, 1L, UploadStatus.ACCEPTED, 1L, UploadStatus.REFUSED, 1L));
    assertThat(counts.refused()).isEqualTo(Map.of(FileRefusalCode.TIME_REFERENCE_MISSING, 1L));
    assertThat(counts.rowsAccepted()).isEqualTo(10);
    assertThat(counts.rowsRejected()).isEqualTo(1);
  }

  @Test
  void fileThatLeavesANova_leavesItsTableToBeBuiltAnew() {
    Catalog catalog = catalog();
    NovaId wrong = Samples.nova(catalog, "RS Oph");
    NovaId right = Samples.nova(catalog, "U Sco");
    catalog.uploads().register(Photometry.upload(1));
    decide(catalog, only(catalog), wrong);
    dirty(catalog).forEach(catalog.workQueue()::remove);

    catalog.uploads().register(Photometry.upload(1, right, Map.of()));
    decide(catalog, only(catalog), right);

    assertThat(catalog.photometryTables().parts(wrong)).isEmpty();
    assertThat(catalog.photometryTables().parts(right)).hasSize(1);
    assertThat(dirty(catalog)).extracting(WorkItem::novaId).containsExactlyInAnyOrder(wrong, right);
  }

  @Test
  void fileOfMoreNovaeThanOneTransactionHolds_isDecidedAsOne() {
    Catalog catalog = catalog();
    NovaId[] novae = new NovaId[120];
    for (int n = 0; n < novae.length; n++) {
      novae[n] = NovaId.mint();
    }
    catalog.uploads().register(Photometry.upload(1));

    assertThat(decide(catalog, only(catalog), novae)).isTrue();

    for (NovaId nova : novae) {
      assertThat(catalog.photometryTables().parts(nova)).hasSize(1);
    }
    assertThat(dirty(catalog)).hasSize(120);
  }

  @Test
  void uploadToBeDecidedAgain_waits_unlessAnotherRunChangedIt() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");
    catalog.uploads().register(Photometry.upload(1));
    decide(catalog, only(catalog), nova);
    PhotometryUpload decided = catalog.uploads().find(Photometry.upload(1).id()).orElseThrow();

    PhotometryUpload again = catalog.uploads().decideAgain(decided).orElseThrow();

    assertThat(again).isEqualTo(only(catalog));
    assertThat(again.isSameAs(decided)).isTrue();
    assertThat(again.verdict()).isEqualTo(decided.verdict());
    assertThat(catalog.uploads().decideAgain(decided)).isEmpty();
  }

  @Test
  void staleReader_decidesNothing() {
    Catalog mine = catalog();
    Catalog other = catalog();
    NovaId nova = Samples.nova(mine, "V339 Del");
    NovaId another = Samples.nova(mine, "U Sco");
    mine.uploads().register(Photometry.upload(1));
    PhotometryUpload read = only(mine);
    decide(other, read, nova);

    assertThat(decide(mine, read, another)).isFalse();
    assertThat(mine.photometryTables().parts(another)).isEmpty();
    assertThat(mine.uploads().find(read.id()).orElseThrow().verdict().novae())
        .containsExactly(nova);
  }

  @Test
  void table_isRecordedWithTheWorkItSettles() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");
    for (int n = 0; n < 130; n++) {
      catalog.uploads().register(Photometry.upload(n));
      assertThat(decide(catalog, only(catalog), nova)).isTrue();
    }
    List<WorkItem> done = dirty(catalog);
    assertThat(done).hasSize(130);
    Lease lease = lease(catalog, nova);

    assertThat(Photometry.record(catalog, Photometry.table(nova, 1), lease.fence(), done)).isTrue();

    assertThat(catalog.photometryTables().find(nova)).contains(Photometry.table(nova, 1));
    assertThat(catalog.photometryTables().list()).hasSize(1);
    assertThat(dirty(catalog)).isEmpty();
    assertThat(Photometry.record(catalog, Photometry.table(nova, 2), lease.fence(), List.of()))
        .isTrue();
    assertThat(catalog.photometryTables().find(nova)).contains(Photometry.table(nova, 2));
  }

  @Test
  void workThatChangedSinceItWasRead_staysAndKeepsNoTable() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");
    catalog.uploads().register(Photometry.upload(1));
    decide(catalog, only(catalog), nova);
    catalog.workQueue().put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);
    List<WorkItem> read = dirty(catalog);
    Lease lease = lease(catalog, nova);
    catalog.workQueue().put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);

    assertThat(Photometry.record(catalog, Photometry.table(nova, 1), lease.fence(), read)).isTrue();

    assertThat(dirty(catalog))
        .singleElement()
        .satisfies(work -> assertThat(work.meta().version()).isEqualTo(2));
    assertThat(catalog.photometryTables().find(nova)).contains(Photometry.table(nova, 1));
    assertThat(catalog.workQueue().list(WorkConsumer.BUNDLE))
        .extracting(WorkItem::type)
        .contains(DirtyType.PHOTOMETRY);
  }

  @Test
  void uploadOfMoreNovaeThanItsItemNames_isRefused() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    NovaId[] novae = new NovaId[UploadOutcome.MOST_NOVAE + 1];
    Arrays.setAll(novae, n -> NovaId.mint());

    decide(catalog, only(catalog), novae);

    PhotometryUpload refused = catalog.uploads().find(Photometry.upload(1).id()).orElseThrow();
    assertThat(refused.status()).isEqualTo(UploadStatus.REFUSED);
    assertThat(refused.verdict().refusal().code()).isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
    assertThat(dirty(catalog)).isEmpty();
  }

  @Test
  void moreCompanionsThanAnItemHolds_areRefused() {
    Map<ObjectKey, ContentHash> companions = new HashMap<>();
    for (int n = 0; n <= PhotometryUpload.MOST_COMPANIONS; n++) {
      companions.put(ObjectKey.of("sidecar " + n), Samples.bytes(n));
    }

    assertThatThrownBy(() -> Photometry.upload(1, null, companions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot register upload 'upload-1.csv': it has 21 companions, and 20 are allowed (leave some out)");
  }

  @Test
  void tableThatAnotherRunBuiltMeanwhile_isNotOverwritten() {
    Catalog catalog = catalog();
    NovaId nova = Samples.nova(catalog, "V339 Del");
    Lease lease = lease(catalog, nova);
    catalog.workQueue().put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);
    WorkItem work = dirty(catalog).get(0);
    assertThat(Photometry.record(catalog, Photometry.table(nova, 1), lease.fence(), List.of()))
        .isTrue();

    assertThat(Photometry.record(catalog, Photometry.table(nova, 1), lease.fence(), List.of(work)))
        .isFalse();
    assertThat(dirty(catalog)).containsExactly(work);
  }

  @Test
  void runThatLostItsLock_recordsNothing() {
    Catalog paused = catalog();
    Catalog other = catalog();
    NovaId nova = Samples.nova(paused, "V339 Del");
    Lease lost = lease(paused, nova);
    clock.advance(Duration.ofMinutes(5));
    Lease taken = lease(other, nova);

    assertThat(Photometry.record(paused, Photometry.table(nova, 1), lost.fence(), List.of()))
        .isFalse();
    assertThat(paused.photometryTables().find(nova)).isEmpty();
    assertThat(Photometry.record(other, Photometry.table(nova, 1), taken.fence(), List.of()))
        .isTrue();
    assertThat(paused.photometryTables().find(nova)).isPresent();
  }

  @Test
  void uploadsInTheIndex_areNoSpectra() {
    Catalog catalog = catalog();
    catalog.uploads().register(Photometry.upload(1));
    Samples.registered(catalog, Samples.nova(catalog, "V339 Del"), 2);

    assertThat(catalog.products().eligible()).hasSize(2);
    assertThat(catalog.uploads().waiting()).hasSize(1);
    assertThat(catalog.uploads().list()).hasSize(1);
  }

  /** Upload 1, decided against. */
  private static PhotometryUpload refused(Catalog catalog) {
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload upload = only(catalog);
    Photometry.decide(
        catalog, upload, Photometry.refused(FileRefusalCode.TIME_REFERENCE_MISSING), List.of());
    return catalog.uploads().find(upload.id()).orElseThrow();
  }

  private static PhotometryUpload only(Catalog catalog) {
    return catalog.uploads().waiting().reduce((a, b) -> null).orElseThrow();
  }

  private static boolean decide(Catalog catalog, PhotometryUpload upload, NovaId... novae) {
    return Photometry.decide(
        catalog, upload, Photometry.accepted(novae), Photometry.parts(upload, novae));
  }

  private static List<WorkItem> dirty(Catalog catalog) {
    return catalog.workQueue().list(WorkConsumer.TABLE).toList();
  }

  private static Lease lease(Catalog catalog, NovaId nova) {
    LockAnswer answer = catalog.locks().acquire(PhotometryTables.lock(nova));
    assertThat(answer).isInstanceOf(LockAnswer.Acquired.class);
    return ((LockAnswer.Acquired) answer).lease();
  }
}
