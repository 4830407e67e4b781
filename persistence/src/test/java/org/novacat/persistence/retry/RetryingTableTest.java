package org.novacat.persistence.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.InMemoryTable.Tokens;

class RetryingTableTest {
  private static final ItemKey KEY = new ItemKey("pk", "sk");

  private final InMemoryTable store = new InMemoryTable().withTokens(Tokens.FORGOTTEN);
  private final AtomicInteger retries = new AtomicInteger();

  @Test
  void putWhoseReplyWasLost_isWritten() {
    Table table = retrying(new FirstReplyLost());

    assertThat(table.write(put("ours"))).isInstanceOf(WriteResult.Written.class);
    assertThat(retries).hasValue(1);
  }

  /** The control: the same without knowing that the first try may have been carried out. */
  @Test
  void putSentAgainAfterALostReply_wouldBeRefused() {
    store.write(put("ours"));

    assertThat(store.write(put("ours"))).isInstanceOf(WriteResult.Refused.class);
  }

  @Test
  void putOfAnotherDuringALostReply_isNotTakenForOurs() {
    Table table =
        retrying(
            new ForwardingTable(store) {
              @Override
              public WriteResult write(Write write) {
                if (retries.get() == 0) {
                  store.write(put("theirs"));
                  throw new TransientStoreException(Effect.POSSIBLE, "lost", null);
                }
                return super.write(write);
              }
            });

    assertThat(table.write(put("ours"))).isInstanceOf(WriteResult.Refused.class);
  }

  @Test
  void deleteWhoseReplyWasLost_isWritten() {
    store.write(put("ours"));
    Table table = retrying(new FirstReplyLost());

    assertThat(table.write(new Write.Delete(KEY, Condition.exists())))
        .isInstanceOf(WriteResult.Written.class);
  }

  @Test
  void refusedWithoutAnyLostReply_isRefused() {
    store.write(put("ours"));

    assertThat(retrying(store).write(put("ours"))).isInstanceOf(WriteResult.Refused.class);
  }

  @Test
  void transactionWhoseReplyWasLost_isApplied() {
    Table table = retrying(new FirstReplyLost());

    assertThat(table.transact(List.of(put("ours")), "token"))
        .isInstanceOf(TransactResult.Applied.class);
    assertThat(store.applied()).hasSize(1);
  }

  @Test
  void transactionThatMetAnother_isSentAgain() {
    List<String> order = new ArrayList<>();
    store.whileInFlight(
        () -> {
          if (order.isEmpty()) {
            order.add("outer");
            Table impatient =
                retrying(
                    store,
                    new RetryPolicy(
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        2,
                        Duration.ofHours(1),
                        RetryPolicy.Spread.EXACT));
            assertThatThrownBy(() -> impatient.transact(List.of(put("inner")), "inner"))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("the transaction met another one or was throttled");
          }
        });

    assertThat(retrying(store).transact(List.of(put("outer")), "outer"))
        .isInstanceOf(TransactResult.Applied.class);
    assertThat(retries).hasValue(2);
    assertThat(retrying(store).transact(List.of(put("later")), "later"))
        .isInstanceOf(TransactResult.Cancelled.class);
  }

  @Test
  void throttledForEver_isUnreachableAfterTheBudget() {
    List<Duration> waits = new ArrayList<>();
    Table dead = new FaultyTable(store, new FaultPlan(1, 1, 0, 0, 0));
    Table table =
        new RetryingTable(
            dead,
            new Retrier(
                RetryPolicy.WORKFLOW_STEP, Waits.silent(waits::add), retries::incrementAndGet));

    assertThatThrownBy(() -> table.write(put("ours")))
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessage(
            "Cannot reach the table to write pk / sk: 4 tries, the last one: throttled by plan (run the command again later)");
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  @Test
  void repliesLostForEver_areUnknownForWritesAndUnreachableForReads() {
    Table table = retrying(new FaultyTable(store, new FaultPlan(1, 0, 1, 0, 0)));

    assertThatThrownBy(() -> table.write(put("ours")))
        .isInstanceOf(OutcomeUnknownException.class)
        .hasMessageContaining("the last one: 500 by plan");
    assertThatThrownBy(() -> table.get(KEY)).isInstanceOf(StoreUnreachableException.class);
  }

  @Test
  void interrupt_endsTheWaitAndIsKept() {
    Table table =
        new RetryingTable(
            new FaultyTable(store, new FaultPlan(1, 1, 0, 0, 0)),
            new Retrier(
                RetryPolicy.PROMPT,
                Waits.silent(
                    length -> {
                      throw new InterruptedException();
                    }),
                () -> {}));

    assertThatThrownBy(() -> table.get(KEY)).isInstanceOf(StoreUnreachableException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void batchedRead_asksForTheUnprocessedUntilNoneIsLeft() {
    List<ItemKey> keys = IntStream.range(0, 100).mapToObj(n -> new ItemKey("pk", "k" + n)).toList();
    keys.forEach(key -> store.write(new Write.Put(item(key, "x"), Condition.always())));
    store.withPages(7);

    Seeded.cases(
        50,
        random -> {
          Table faulty =
              new FaultyTable(store, new FaultPlan(random.nextLong(), 0.1, 0.1, 0.1, 0.5));
          assertThat(
                  retrying(faulty, RetryPolicy.PATIENT).getAll(keys).items().stream()
                      .map(RawItem::key))
              .containsExactlyInAnyOrderElementsOf(keys);
          assertThat(Pages.of(retrying(faulty, RetryPolicy.PATIENT), Query.of("pk", "k")))
              .hasSize(100);
        });
  }

  private Table retrying(Table table) {
    return retrying(table, RetryPolicy.PROMPT);
  }

  private Table retrying(Table table, RetryPolicy policy) {
    return new RetryingTable(
        table, new Retrier(policy, Waits.silent(length -> {}), retries::incrementAndGet));
  }

  private static Write put(String by) {
    return new Write.Put(item(KEY, by), Condition.absent());
  }

  private static RawItem item(ItemKey key, String by) {
    return new RawItem(key, Map.of("updated_by", Attribute.of(by)));
  }

  /** Carries out the first request and loses its reply. */
  private final class FirstReplyLost extends ForwardingTable {
    FirstReplyLost() {
      super(store);
    }

    @Override
    public WriteResult write(Write write) {
      WriteResult result = super.write(write);
      lose();
      return result;
    }

    @Override
    public TransactResult transact(List<Write> writes, String token) {
      TransactResult result = super.transact(writes, token);
      lose();
      return result;
    }

    private void lose() {
      if (retries.get() == 0) {
        throw new TransientStoreException(Effect.POSSIBLE, "reply lost", null);
      }
    }
  }
}
