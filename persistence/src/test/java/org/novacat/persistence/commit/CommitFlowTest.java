package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.testing.Samples.bytes;
import static org.novacat.persistence.testing.Samples.registered;
import static org.novacat.persistence.testing.Samples.valid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitResult.Committed;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/** How outcomes flow through a committer: how many at once, when, and what an early end leaves. */
class CommitFlowTest {
  /** Two transactions of four units in flight, one being filled. */
  private static final CommitSettings SMALL = new CommitSettings(2, 20, Duration.ofSeconds(2));

  private final InMemoryTable table = new InMemoryTable();
  private final MutableClock clock = new MutableClock();
  private final Catalog catalog = Catalogs.over(table, clock);
  private final NovaId nova = Samples.nova(catalog, "V1500 Cyg");
  private final List<CommitResult> results = new ArrayList<>();

  @Test
  void manyOutcomes_areTakenNoFasterThanTheyAreSettled() {
    List<ProductRef> products = registered(catalog, nova, 2000);
    int[] open = {0, 0};
    Iterator<ValidationOutcome> counted =
        outcomes(products).stream()
            .peek(
                outcome -> {
                  open[0]++;
                  open[1] = Math.max(open[1], open[0]);
                })
            .iterator();

    catalog.committer(SMALL).commit(counted, result -> open[0]--);

    assertThat(open[0]).isZero();
    assertThat(open[1]).isLessThanOrEqualTo(4 * 2 + 4 + 1);
  }

  @Test
  void brokenIterator_leavesWhatItYieldedCommitted() {
    List<ProductRef> products = registered(catalog, nova, 10);
    Iterator<ValidationOutcome> broken =
        outcomes(products).stream()
            .peek(
                outcome -> {
                  if (outcome.product().equals(products.get(7))) {
                    throw new IllegalStateException("the executor is lost");
                  }
                })
            .iterator();

    assertThatThrownBy(() -> catalog.committer(SMALL).commit(broken, results::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the executor is lost");
    assertThat(results).hasSize(7).allMatch(result -> result instanceof Committed);
    assertThat(catalog.products().eligible()).hasSize(3);
  }

  @Test
  void interrupt_isKeptAndNothingIsHalfDone() {
    List<ProductRef> products = registered(catalog, nova, 50);

    Thread.currentThread().interrupt();
    catalog.committer(SMALL).commit(outcomes(products).iterator(), results::add);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(results).hasSize(50).allMatch(result -> result instanceof Committed);
  }

  @Test
  void partTransaction_isSentWhenItHasLingered() {
    List<ProductRef> products = registered(catalog, nova, 6);
    CountDownLatch sent = new CountDownLatch(1);
    table.whileInFlight(sent::countDown);
    List<Boolean> sentBeforeTheLast = new ArrayList<>();
    Iterator<ValidationOutcome> slow =
        outcomes(products).stream()
            .peek(
                outcome -> {
                  clock.advance(Duration.ofSeconds(3));
                  if (outcome.product().equals(products.get(5))) {
                    sentBeforeTheLast.add(happened(sent));
                  }
                })
            .iterator();

    catalog.committer(new CommitSettings(1, 100, Duration.ofSeconds(2))).commit(slow, results::add);

    assertThat(sentBeforeTheLast).containsExactly(true);
    assertThat(results).hasSize(6);
  }

  @Test
  void sameProductTwice_secondWaitsAndFindsItDone() {
    ProductRef product = registered(catalog, nova, 1).get(0);

    catalog
        .committer(SMALL)
        .commit(
            List.of(valid(product, bytes(0)), valid(product, bytes(0))).iterator(), results::add);

    assertThat(results).hasSize(2).allMatch(result -> result instanceof Committed);
    assertThat(catalog.products().find(product.id()).orElseThrow().meta().version()).isEqualTo(2);
    assertThat(table.conflicts()).isZero();
  }

  @Test
  void nothing_costsNothing() {
    int before = table.applied().size();

    CommitStats stats =
        catalog.committer(SMALL).commit(List.<ValidationOutcome>of().iterator(), results::add);

    assertThat(stats.transactions()).isZero();
    assertThat(table.applied()).hasSize(before);
  }

  private static boolean happened(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ValidationOutcome> outcomes(List<ProductRef> products) {
    return IntStream.range(0, products.size())
        .<ValidationOutcome>mapToObj(n -> valid(products.get(n), bytes(n)))
        .toList();
  }
}
