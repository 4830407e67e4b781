package org.novacat.persistence.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

class NovaeTest {
  private static final SkyPosition V1500_CYG = new SkyPosition(317.9, 48.15);

  private final InMemoryTable table = new InMemoryTable().withPages(2);
  private final MutableClock clock = new MutableClock();
  private final Novae novae = Catalogs.over(table, clock).novae();

  @Test
  void newNova_isFoundByEveryNameAndById() {
    NovaAdded added =
        novae.add(
            new NewNova(
                "V1500 Cyg", List.of("Nova Cyg 1975"), V1500_CYG, Map.of("discoverer", "Honda")));

    assertThat(added).isInstanceOf(NovaAdded.Created.class);
    Nova nova = added.nova();
    for (String name :
        List.of("v1500_cyg", "V* V1500 Cyg", "NOVA CYG 1975", nova.id().toString())) {
      assertThat(novae.resolve(name)).as(name).isEqualTo(new Resolution(name, List.of(nova)));
    }
    assertThat(nova.identityStatus()).isEqualTo(IdentityStatus.ACTIVE);
    assertThat(nova.position()).isEqualTo(V1500_CYG);
    assertThat(nova.discovery()).containsEntry("discoverer", "Honda");
    assertThat(novae.resolve("RS Oph")).isEqualTo(new Resolution("RS Oph", List.of()));
  }

  @Test
  void idThatIsGiven_isTheNovasForEver() {
    NovaId id = NovaId.parse("0a1b2c3d-0000-4000-8000-000000000001");

    NovaAdded added = novae.add(withId("V1500 Cyg", id));

    assertThat(added.nova().id()).isEqualTo(id);
    assertThat(novae.add(withId("V1500 Cyg", id)))
        .isEqualTo(new NovaAdded.AlreadyKnown(added.nova()));
    assertThatThrownBy(() -> novae.add(withId("V1500 Cyg", NovaId.mint())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("it is known already, by the id " + id);
    assertThatThrownBy(() -> novae.add(withId("RS Oph", id)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot add nova 'RS Oph': the id %s is that of 'V1500 Cyg' (give another id, or leave it out)",
            id);
    assertThat(novae.list()).hasSize(1);
  }

  private static NewNova withId(String name, NovaId id) {
    return new NewNova(name, List.of(), null, Map.of(), id);
  }

  @Test
  void sameNovaAgain_writesNothingButItsRunAndItsLock() {
    NovaAdded first = novae.add(at("V1500 Cyg", 0));
    List<Nova> before = novae.list().toList();

    NovaAdded again = novae.add(at("V1500  cyg", 0.5));

    assertThat(again).isEqualTo(new NovaAdded.AlreadyKnown(first.nova()));
    assertThat(novae.list()).isEqualTo(before).hasSize(1);
  }

  @Test
  void sameNovaWithMoreNamesAndAPlace_isExtended() {
    NovaId id = novae.add(NewNova.named("V1500 Cyg")).nova().id();

    NovaAdded added =
        novae.add(new NewNova("V1500 Cyg", List.of("Nova Cyg 1975"), V1500_CYG, Map.of()));

    assertThat(added)
        .isInstanceOfSatisfying(
            NovaAdded.Extended.class,
            extended -> {
              assertThat(extended.newNames()).containsExactly("Nova Cyg 1975");
              assertThat(extended.nova().position()).isEqualTo(V1500_CYG);
              assertThat(extended.nova().meta().version()).isEqualTo(2);
            });
    assertThat(id(novae.resolve("nova cyg 1975"))).isEqualTo(id);
    assertThat(novae.add(at("Nova X", 1)).nova().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "0,     Extended",
    "1.999, Extended",
    "2.001, IdentityQuarantined",
    "9.999, IdentityQuarantined",
    "10.01, Created",
    "3600,  Created"
  })
  void otherNameAtADistance_decidesIdentity(double arcsec, String expected) {
    Nova first = novae.add(at("V1500 Cyg", 0)).nova();

    NovaAdded added = novae.add(at("Nova X", arcsec));

    assertThat(added.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(added.nova().id().equals(first.id())).isEqualTo(expected.equals("Extended"));
    assertThat(id(novae.resolve("Nova X"))).isEqualTo(added.nova().id());
  }

  @Test
  void knownNameFarFromItsNova_isRefused() {
    novae.add(at("V1500 Cyg", 0));

    assertThatThrownBy(() -> novae.add(at("V1500 Cyg", 35.2)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Cannot add nova 'V1500 Cyg': it is known at ra 317.9, dec 48.15")
        .hasMessageContaining("35.2 arcsec from the place given");
  }

  @Test
  void namesOfSeveralNovae_areRefused() {
    novae.add(NewNova.named("V1500 Cyg"));
    novae.add(NewNova.named("RS Oph"));

    assertThatThrownBy(() -> novae.add(new NewNova("V1500 Cyg", List.of("RS Oph"), null, Map.of())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("its names lead to several novae");
  }

  @Test
  void aliasOfTwoNovae_resolvesToSeveralAndSaysSo() {
    Nova one = novae.add(NewNova.named("V1500 Cyg")).nova();
    Nova two = novae.add(NewNova.named("V476 Cyg")).nova();
    novae.alias(one.id(), "Nova Cygni");

    AliasAdded added = novae.alias(two.id(), "nova cygni");

    assertThat(added.alreadyThere()).containsExactly(one.id());
    assertThat(novae.resolve("Nova Cygni").novae().stream().map(Nova::id))
        .containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(novae.alias(two.id(), "Nova_Cygni").change())
        .isEqualTo(AliasAdded.Change.NOTHING_NEW);
  }

  @Test
  void doubtfulIdentity_canBeConfirmed() {
    Nova near = novae.add(at("V1500 Cyg", 0)).nova();
    Nova doubtful = novae.add(at("Nova X", 5)).nova();
    assertThat(doubtful.identityStatus()).isEqualTo(IdentityStatus.QUARANTINED);
    assertThat(doubtful.doubt().near()).isEqualTo(near.id());

    Nova confirmed = novae.confirm(doubtful.id());

    assertThat(confirmed.identityStatus()).isEqualTo(IdentityStatus.ACTIVE);
    assertThat(confirmed.doubt()).isNull();
    assertThatThrownBy(() -> novae.confirm(doubtful.id()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("it is ACTIVE, not QUARANTINED");
  }

  @Test
  void doubtfulIdentity_canBeMerged() {
    Nova near = novae.add(at("V1500 Cyg", 0)).nova();
    Nova doubtful = novae.add(at("Nova X", 5)).nova();

    Nova merged = novae.merge(doubtful.id(), near.id());

    assertThat(merged.aliases()).containsExactly("Nova X");
    assertThat(id(novae.resolve("Nova X"))).isEqualTo(near.id());
    assertThat(novae.list().map(Nova::id)).containsExactly(near.id());
    assertThat(novae.find(doubtful.id()).orElseThrow().mergedInto()).isEqualTo(near.id());
    assertThat(Catalogs.over(table, clock).workQueue().list(WorkConsumer.TABLE))
        .as("its photometry is to move")
        .singleElement()
        .satisfies(
            work -> {
              assertThat(work.novaId()).isEqualTo(doubtful.id());
              assertThat(work.type()).isEqualTo(DirtyType.PHOTOMETRY);
            });
    assertThat(Catalogs.over(table, clock).workQueue().list(WorkConsumer.RELEASE))
        .as("who they are has changed")
        .extracting(WorkItem::novaId)
        .containsExactlyInAnyOrder(doubtful.id(), near.id());
    assertThatThrownBy(() -> novae.merge(near.id(), near.id())).isInstanceOf(UsageException.class);
  }

  @Test
  void nameThatBothHave_keepsNoMergerFromHappening() {
    Nova near = novae.add(at("V1500 Cyg", 0)).nova();
    Nova doubtful = novae.add(at("Nova X", 5)).nova();
    novae.alias(near.id(), "Nova Cyg 1975");
    novae.alias(doubtful.id(), "NOVA CYG 1975");

    Nova merged = novae.merge(doubtful.id(), near.id());

    assertThat(merged.aliases()).containsExactly("Nova Cyg 1975", "Nova X");
    assertThat(id(novae.resolve("Nova Cyg 1975"))).isEqualTo(near.id());
  }

  @Test
  void moreNamesThanOneTransactionHolds_areAllAddedAndAllMerged() {
    Nova near = novae.add(named(V1500_CYG, "A", 1)).nova();
    NovaAdded same = novae.add(named(V1500_CYG, "A", 100));
    assertThat(same).isInstanceOf(NovaAdded.Extended.class);
    assertThat(same.nova().id()).isEqualTo(near.id());
    Nova doubtful = novae.add(named(at("", 5).position(), "B", 100)).nova();

    Nova merged = novae.merge(doubtful.id(), near.id());

    assertThat(NovaWrites.names(merged)).hasSize(Novae.MOST_NAMES);
    for (String name : NovaWrites.names(merged)) {
      assertThat(id(novae.resolve(name))).as(name).isEqualTo(near.id());
    }
  }

  @Test
  void moreNamesThanANovaMayHave_areRefusedAndNothingIsLost() {
    int most = Novae.MOST_NAMES;
    assertThatThrownBy(() -> novae.add(named(V1500_CYG, "A", most + 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot add nova 'A 1': it would have 201 names, and 200 are allowed (leave some of them out)");
    assertThat(novae.list()).isEmpty();
    Nova full = novae.add(named(V1500_CYG, "A", most)).nova();
    Nova doubtful = novae.add(named(at("", 5).position(), "B", 1)).nova();

    assertThatThrownBy(() -> novae.alias(full.id(), "C"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("201 names");
    assertThatThrownBy(() -> novae.add(new NewNova("A 1", List.of("C"), null, Map.of())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("201 names");
    assertThatThrownBy(() -> novae.merge(doubtful.id(), full.id()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("201 names");
    assertThat(novae.find(full.id())).contains(full);
    assertThat(novae.find(doubtful.id())).contains(doubtful);
  }

  /** A nova of {@code count} names. */
  private static NewNova named(SkyPosition position, String stem, int count) {
    List<String> names = IntStream.rangeClosed(1, count).mapToObj(n -> stem + " " + n).toList();
    return new NewNova(names.get(0), names.subList(1, count), position, Map.of());
  }

  @Test
  void manyRunsAddingOneNova_makeOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Nova>> adds =
          IntStream.range(0, 8)
              .<Callable<Nova>>mapToObj(n -> () -> patient().add(at("Nova " + n, 0.1 * n)).nova())
              .toList();

      List<NovaId> ids = new ArrayList<>();
      for (Future<Nova> nova : threads.invokeAll(adds)) {
        ids.add(nova.get().id());
      }
      assertThat(ids.stream().distinct()).hasSize(1);
      assertThat(novae.list()).singleElement().satisfies(n -> assertThat(n.aliases()).hasSize(7));
    } finally {
      threads.shutdownNow();
    }
  }

  /** The control: no condition on an item would keep two runs from it. */
  @Test
  void twoRunsThatDoNotTakeTurns_wouldMakeTwo() {
    for (int n = 0; n < 2; n++) {
      Nova nova =
          new Nova(
              NovaId.mint(),
              "V1500 Cyg",
              List.of(),
              V1500_CYG,
              IdentityStatus.ACTIVE,
              null,
              null,
              List.of(),
              Map.of(),
              new Stamp(clock.instant(), JobRunId.mint()).fresh());
      assertThat(table.transact(NovaWrites.creation(nova), "token " + n))
          .isInstanceOf(TransactResult.Applied.class);
    }

    assertThat(novae.resolve("V1500 Cyg").novae()).hasSizeGreaterThan(1);
  }

  @Test
  void registryThatIsNeverFreed_endsAsConflict() {
    new Locks(policy -> table, RetryPolicy.PROMPT, RunContext.single(JobRunId.mint()), clock)
        .acquire(LockRequest.mutex("InitializeNova"));

    assertThatThrownBy(() -> novae.add(NewNova.named("V1500 Cyg")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("another run adds novae and does not end: run ");
  }

  @Test
  void eachNovaIsAddedByARunOfItsOwn_whichTellsItsEnd() {
    Nova nova = novae.add(at("V1500 Cyg", 0)).nova();
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> novae.add(at("V1500 Cyg", 60))).isInstanceOf(UsageException.class);

    List<JobRun> runs = Catalogs.over(table, clock).runs().list().toList();

    assertThat(runs).extracting(JobRun::workflow).containsOnly("initialize_nova").hasSize(2);
    assertThat(runs)
        .extracting(JobRun::key)
        .containsOnly(RunKey.of("initialize_nova", NovaNames.normalize("V1500 Cyg"), 1));
    assertThat(runs.get(0).status()).isEqualTo(RunStatus.FAILED);
    assertThat(runs.get(0).summary().get("failure")).startsWith("Cannot add nova 'V1500 Cyg'");
    assertThat(runs.get(1).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(runs.get(1).summary())
        .isEqualTo(Map.of("outcome", "Created", "nova_id", nova.id().toString()));
    assertThat(nova.meta().updatedBy()).isEqualTo(runs.get(1).id());
    assertThat(runs.get(0).correlationId()).isEqualTo(runs.get(1).correlationId());
  }

  @Test
  void firstStepsOfAdding_areTriedAfterTwoTenAndThirtySeconds() {
    List<Duration> pauses = new ArrayList<>();
    Table down = new FaultyTable(table, new FaultPlan(0, 1, 0, 0, 0));
    RunContext run = RunContext.single(JobRunId.mint());
    Novae unreachable = Catalog.over(down, run, clock, pauses::add).novae();

    assertThatThrownBy(() -> unreachable.add(NewNova.named("V1500 Cyg")))
        .isInstanceOf(StoreUnreachableException.class);

    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  @Test
  void list_isReadLazilyInOrder() {
    for (int n = 0; n < 7; n++) {
      novae.add(NewNova.named("Nova " + n));
    }

    assertThat(novae.list().map(Nova::id)).hasSize(7).isSorted();
    assertThat(novae.list().findFirst()).isPresent();
  }

  @Test
  void unknownNova_isRefused() {
    NovaId none = NovaId.mint();

    assertThat(novae.find(none)).isEmpty();
    assertThatThrownBy(() -> novae.alias(none, "X"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot use nova '%s': there is none with this id (see 'novacat nova list')"
                .formatted(none));
  }

  /** A run of its own that really waits for its turn, and sends again what met a transaction. */
  private Novae patient() {
    RunContext run = RunContext.single(JobRunId.mint());
    Table retrying =
        new RetryingTable(
            table, new Retrier(RetryPolicy.PATIENT, Waits.silent(Pause.REAL), () -> {}));
    return new Novae(policy -> retrying, RetryPolicy.PROMPT, run, clock, Waits.silent(Pause.REAL));
  }

  private static NewNova at(String name, double arcsecNorth) {
    return new NewNova(
        name,
        List.of(),
        new SkyPosition(V1500_CYG.raDeg(), V1500_CYG.decDeg() + arcsecNorth / 3600),
        Map.of());
  }

  private static NovaId id(Resolution resolution) {
    return Objects.requireNonNull(resolution.only()).id();
  }
}
