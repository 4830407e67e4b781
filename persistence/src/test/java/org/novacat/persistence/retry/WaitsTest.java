package org.novacat.persistence.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/** What is said while something keeps a run, by a clock that only waiting moves. */
class WaitsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ItemKey KEY = new ItemKey("pk", "sk");

  private final MutableClock clock = new MutableClock();
  private final List<Waiting> said = new ArrayList<>();
  private final List<Duration> goneOn = new ArrayList<>();
  private final Waits waits = new Waits(clock::advance, clock, new Listener());
  private final InMemoryTable store = new InMemoryTable();
  private Instant busyUntil = clock.instant();

  @Test
  void nothingIsSaid_whenAllIsWell_orForLessThanTenSeconds() {
    Table table = patient();
    table.read(KEY);
    busyFor(Duration.ofMillis(500));

    table.read(KEY);

    assertThat(said).isEmpty();
    assertThat(goneOn).isEmpty();
  }

  @Test
  void longWait_isSaidAfterTenSeconds_thenEveryThirty_andThatItIsOver() {
    busyFor(Duration.ofSeconds(75));

    patient().read(KEY);

    assertThat(said)
        .extracting(Waiting::soFar)
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofSeconds(70));
    assertThat(said.get(0))
        .isEqualTo(
            new Waiting(
                "the table to read pk / sk",
                "another process is writing",
                Duration.ofSeconds(10),
                RetryPolicy.PATIENT.budget().minusSeconds(10)));
    assertThat(goneOn).hasSize(1);
    assertThat(goneOn.get(0)).isBetween(Duration.ofSeconds(75), Duration.ofSeconds(95));
  }

  @Test
  void waitThatIsGivenUp_endsWithItsError_notByGoingOn_andNoLaterThanWasSaid() {
    busyFor(Duration.ofDays(1));
    Instant start = clock.instant();

    assertThatThrownBy(() -> patient().read(KEY))
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessageEndingWith("the last one: another process is writing (wait until it is done)");

    assertThat(said).hasSizeBetween(18, 20);
    assertThat(goneOn).isEmpty();
    assertThat(Duration.between(start, clock.instant()))
        .isLessThanOrEqualTo(RetryPolicy.PATIENT.budget());
  }

  @Test
  void twoThatWaitAtOnce_areSaidOnce_andGoOnWhenBothDo() throws InterruptedException {
    Waits.Wait one = waits.begin();
    Waits.Wait two = waits.begin();
    one.sleep(Duration.ofSeconds(15), "a", "b", Duration.ofMinutes(1));
    two.sleep(Duration.ofSeconds(5), "c", "d", Duration.ofMinutes(1));
    assertThat(said).hasSize(1);

    one.over();
    assertThat(goneOn).isEmpty();
    two.over();
    assertThat(goneOn).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void resultThatIsLate_isSaid_andOneThatNeverComesEndsWithTheTimeGiven() throws Exception {
    Waits.Wait wait = waits.begin();

    assertThat(wait.get(new Late(Duration.ofSeconds(15)), LONG, "a", () -> "b", LONG))
        .isEqualTo("here");
    wait.over();
    assertThat(said)
        .containsExactly(new Waiting("a", "b", Duration.ofSeconds(10), LONG.minusSeconds(10)));
    assertThat(goneOn).containsExactly(Duration.ofSeconds(15));

    Instant start = clock.instant();
    Late never = new Late(Duration.ofDays(1));
    assertThatThrownBy(() -> waits.begin().get(never, LONG, "a", () -> "b", LONG))
        .isInstanceOf(TimeoutException.class);
    assertThat(Duration.between(start, clock.instant())).isEqualTo(LONG);
  }

  @Test
  void commitsSayIt_andSoDoTheFirstStepsOfARun() {
    Catalog catalog = catalog(RetryPolicy.PROMPT);
    List<ProductRef> refs = Samples.registered(catalog, Samples.nova(catalog, "V1500 Cyg"), 1);

    busyFor(Duration.ofSeconds(41));
    Samples.commit(catalog, List.of(Samples.valid(refs.get(0), Samples.bytes(0))));
    assertThat(said).isNotEmpty();
    assertThat(said.get(0).what()).startsWith("the table to write ");
    assertThat(goneOn).hasSize(1);

    said.clear();
    clock.advance(Duration.ofMinutes(1));
    busyFor(Duration.ofSeconds(30));
    catalog.locks().acquire(LockRequest.mutex("something"));
    assertThat(said).isNotEmpty();
    assertThat(goneOn).hasSize(2);
  }

  @Test
  void longRun_outlastsAnOutageThatAPersonIsToldOf() {
    busyFor(Duration.ofMinutes(5));
    assertThatThrownBy(() -> catalog(RetryPolicy.PROMPT).uploads().waiting().count())
        .isInstanceOf(StoreUnreachableException.class);

    assertThat(catalog(RetryPolicy.PATIENT).uploads().waiting().count()).isZero();
    busyFor(Duration.ofMinutes(5));
    assertThat(catalog(RetryPolicy.PATIENT).locks().acquire(LockRequest.mutex("step")))
        .isInstanceOf(LockAnswer.Acquired.class);
  }

  @Test
  void lockOfAnotherRun_isNamedWithItsRunAndUntilWhen() {
    JobRunId other = JobRunId.mint();
    LockRequest adding = LockRequest.mutex("InitializeNova").withLease(Duration.ofSeconds(90));
    Catalog theirs =
        Catalog.over(store, RunContext.single(other), clock, RetryPolicy.PROMPT, waits);
    theirs.locks().acquire(adding);
    String until = clock.instant().plusSeconds(90).toString();

    assertThatThrownBy(() -> catalog(RetryPolicy.PROMPT).novae().add(NewNova.named("T CrB")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("run %s holds the lock until %s".formatted(other, until));

    assertThat(said)
        .singleElement()
        .isEqualTo(
            new Waiting(
                "its turn to add novae",
                "run %s holds the lock until %s".formatted(other, until),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20)));
  }

  private void busyFor(Duration time) {
    busyUntil = clock.instant().plus(time);
  }

  private Catalog catalog(RetryPolicy policy) {
    return Catalog.over(new Busy(), RunContext.single(JobRunId.mint()), clock, policy, waits);
  }

  private Table patient() {
    return new RetryingTable(new Busy(), new Retrier(RetryPolicy.PATIENT, waits, () -> {}));
  }

  private final class Listener implements WaitListener {
    @Override
    public void waits(Waiting waiting) {
      said.add(waiting);
    }

    @Override
    public void goesOn(Duration after) {
      goneOn.add(after);
    }
  }

  /** A result that comes at a time of the clock, which waiting for it moves. */
  private final class Late extends CompletableFuture<String> {
    private final Instant due;

    Late(Duration after) {
      due = clock.instant().plus(after);
    }

    @Override
    public String get(long time, TimeUnit unit) throws TimeoutException {
      Instant end = clock.instant().plusNanos(unit.toNanos(time));
      clock.advance(Duration.between(clock.instant(), end.isBefore(due) ? end : due));
      if (end.isBefore(due)) {
        throw new TimeoutException();
      }
      return "here";
    }
  }

  /** A table that another process keeps for a while. */
  private final class Busy extends ForwardingTable {
    Busy() {
      super(store);
    }

    private void meet() {
      if (clock.instant().isBefore(busyUntil)) {
        throw new TransientStoreException(
            Effect.NONE, "another process is writing", "wait until it is done", null);
      }
    }

    @Override
    public Page read(ItemKey key) {
      meet();
      return super.read(key);
    }

    @Override
    public Page query(org.novacat.persistence.table.Query query, Page.Cursor from) {
      meet();
      return super.query(query, from);
    }

    @Override
    public TransactResult transact(List<Write> writes, String token) {
      meet();
      return super.transact(writes, token);
    }
  }
}
