package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.quarantined;
import static org.novacat.persistence.testing.Samples.registered;
import static org.novacat.persistence.testing.Samples.valid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitResult.Committed;
import org.novacat.persistence.commit.CommitResult.Conflict;
import org.novacat.persistence.commit.CommitResult.Duplicate;
import org.novacat.persistence.commit.CommitResult.Unknown;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.InMemoryTable.Tokens;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/** Committing on a store that throttles, fails and loses replies. */
class CommitFaultsTest {
  private static final int PRODUCTS = 60;
  private static final CommitSettings SMALL = new CommitSettings(4, 20, Duration.ofSeconds(2));

  @Test
  void anyFaults_endAsIfThereHadBeenNone() {
    Seeded.cases(
        60,
        random -> {
          double rate = List.of(0.01, 0.05, 0.2).get(random.nextInt(3));
          Tokens tokens = random.nextBoolean() ? Tokens.HONOURED : Tokens.FORGOTTEN;
          InMemoryTable table = new InMemoryTable().withTokens(tokens);
          NovaId nova = Samples.nova(Catalogs.over(table, new MutableClock()), "V1500 Cyg");
          List<ProductRef> products =
              registered(Catalogs.over(table, new MutableClock()), nova, PRODUCTS);
          InMemoryTable undisturbed = table.copy();
          commit(undisturbed, outcomes(products));
          Table faulty = new FaultyTable(table, FaultPlan.everything(random.nextLong(), rate));

          List<CommitResult> results = commit(faulty, outcomes(products));

          assertThat(results).filteredOn(r -> r instanceof Committed).hasSize(50);
          assertThat(results).filteredOn(r -> r instanceof Duplicate).hasSize(10);
          assertThat(results.stream().map(CommitResult::product))
              .containsExactlyInAnyOrderElementsOf(products);
          assertThat(table.conflicts()).isZero();
          assertThat(lasting(table)).isEqualTo(lasting(undisturbed));
        });
  }

  /**
   * The control: what a lost reply does where nobody remembers that it may have been carried out.
   */
  @Test
  void lostReplyWithoutReadingBack_wouldBeTakenForAConflict() {
    InMemoryTable table = new InMemoryTable().withTokens(Tokens.FORGOTTEN);
    Catalog catalog = Catalogs.over(table, new MutableClock());
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    OutcomeUnit unit = unit(valid(registered(catalog, nova, 1).get(0), bytes(0)));

    table.transact(unit.writes(), "the reply to this is lost");
    TransactResult again = table.transact(unit.writes(), "so it is sent again");

    assertThat(again).isInstanceOf(TransactResult.Cancelled.class);
  }

  @Test
  void storeThatNeverAnswers_stopsWithoutTellingOfAnything() {
    InMemoryTable table = new InMemoryTable();
    Catalog catalog = Catalogs.over(table, new MutableClock());
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    List<ProductRef> products = registered(catalog, nova, PRODUCTS);
    Table dead = new FaultyTable(table, new FaultPlan(1, 1, 0, 0, 0));
    List<CommitResult> results = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Catalogs.over(dead, new MutableClock())
                    .committer(SMALL)
                    .commit(outcomes(products).iterator(), results::add))
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessageContaining("tries, the last one: throttled by plan");
    assertThat(results).isEmpty();
  }

  @Test
  void repliesThatAreAllLost_areKnownFromReadingBack() {
    InMemoryTable table = new InMemoryTable();
    Catalog catalog = Catalogs.over(table, new MutableClock());
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    List<ProductRef> products = registered(catalog, nova, 3);
    Table lost =
        new ForwardingTable(table) {
          @Override
          public TransactResult transact(List<Write> writes, String token) {
            super.transact(writes, token);
            throw new TransientStoreException(Effect.POSSIBLE, "reply lost", null);
          }
        };

    List<CommitResult> results = commit(lost, outcomes(products).subList(0, 3));

    assertThat(results).hasSize(3).allMatch(result -> result instanceof Committed);
  }

  @Test
  void requestsThatMayBeUnderWayForEver_areUnknown() {
    InMemoryTable table = new InMemoryTable();
    Catalog catalog = Catalogs.over(table, new MutableClock());
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    List<ProductRef> products = registered(catalog, nova, 3);
    Table lost =
        new ForwardingTable(table) {
          @Override
          public TransactResult transact(List<Write> writes, String token) {
            throw new TransientStoreException(Effect.POSSIBLE, "time-out", null);
          }
        };

    List<CommitResult> results = commit(lost, outcomes(products).subList(0, 3));

    assertThat(results).hasSize(3).allMatch(result -> result instanceof Unknown);
  }

  @Test
  void twoDriversAtOnce_eachProductIsCommittedOnceAndTheLoserSaysWhich() throws Exception {
    InMemoryTable table = new InMemoryTable().whileInFlight(Thread::yield);
    Catalog catalog = Catalogs.over(table, new MutableClock());
    NovaId nova = Samples.nova(catalog, "V1500 Cyg");
    List<ProductRef> products = registered(catalog, nova, 500);
    List<ValidationOutcome> good = new ArrayList<>();
    List<ValidationOutcome> bad = new ArrayList<>();
    for (int n = 0; n < products.size(); n++) {
      good.add(valid(products.get(n), bytes(n)));
      bad.add(0, quarantined(products.get(n), QuarantineReason.OTHER));
    }
    CyclicBarrier bothHaveSome = new CyclicBarrier(2);

    List<CommitResult> second = new ArrayList<>();
    Thread other = new Thread(() -> second.addAll(compete(table, bad, bothHaveSome)));
    other.start();
    List<CommitResult> first = compete(table, good, bothHaveSome);
    other.join();

    Set<ProductRef> won = committed(first);
    Set<ProductRef> alsoWon = committed(second);
    assertThat(won).isNotEmpty();
    assertThat(alsoWon).isNotEmpty();
    assertThat(won.size() + alsoWon.size()).isEqualTo(500);
    // On a busy machine one of them may win all, so nothing is said of how many each has won.
    assertThat(won).allMatch(product -> !alsoWon.contains(product));
    assertThat(first)
        .filteredOn(result -> result instanceof Conflict)
        .hasSize(alsoWon.size())
        .allMatch(result -> ((Conflict) result).by() != null);
  }

  private static Set<ProductRef> committed(List<CommitResult> results) {
    return results.stream()
        .filter(result -> result instanceof Committed)
        .map(CommitResult::product)
        .collect(Collectors.toSet());
  }

  private static List<CommitResult> commit(
      Table table, List<? extends ValidationOutcome> outcomes) {
    List<CommitResult> results = new ArrayList<>();
    Catalogs.over(table, new MutableClock())
        .committer(SMALL)
        .commit(outcomes.iterator(), results::add);
    return results;
  }

  /**
   * Commits from one end, having waited after its first forty products for the driver that begins
   * at the other end. Really waits when it meets the other, or it would have asked in vain too
   * often.
   */
  private static List<CommitResult> compete(
      Table table, List<ValidationOutcome> outcomes, CyclicBarrier bothHaveSome) {
    List<CommitResult> results = new ArrayList<>();
    RunContext run = RunContext.single(JobRunId.mint());
    AtomicInteger given = new AtomicInteger();
    Catalog.over(table, run, new MutableClock(), Pause.REAL)
        .committer(SMALL)
        .commit(
            outcomes.stream()
                .peek(outcome -> awaitAt(40, given.incrementAndGet(), bothHaveSome))
                .iterator(),
            results::add);
    return results;
  }

  private static void awaitAt(int place, int now, CyclicBarrier barrier) {
    if (now == place) {
      try {
        barrier.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Fifty with bytes of their own, then ten that have the bytes of the first ten. */
  private static List<ValidationOutcome> outcomes(List<ProductRef> products) {
    return IntStream.range(0, products.size())
        .<ValidationOutcome>mapToObj(n -> valid(products.get(n), bytes(n % 50)))
        .toList();
  }

  private static OutcomeUnit unit(ValidationOutcome outcome) {
    return OutcomeUnit.of(
        outcome,
        ProductState.parse("VALID/ACQUIRED/NONE"),
        new Stamp(MutableClock.START, JobRunId.mint()));
  }

  /** Products, claims and files without the runs that wrote them. */
  private static Map<String, Object> lasting(InMemoryTable table) {
    Map<String, Object> items = new TreeMap<>();
    for (RawItem item : table.items()) {
      if (!item.key().pk().startsWith("IDEMPOTENCY#")) {
        TreeMap<String, Attribute> attributes = new TreeMap<>(item.attributes());
        attributes.remove("updated_by");
        items.put(item.key().toString(), attributes);
      }
    }
    return items;
  }
}
