package org.novacat.jobs.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.commit.ValidationOutcome.RetryLater;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.CountingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

class IngestPlannerTest {
  private static final MutableClock CLOCK = new MutableClock();

  private final CountingTable table = new CountingTable(new InMemoryTable());
  private final Catalog catalog = Catalogs.over(table, CLOCK);
  private final Map<NovaId, Integer> numbers = new HashMap<>();

  @Test
  void idleRun_costsOneRequest_forTenNovaeAndForFiveThousand() {
    ingested(10);
    assertThat(requests(this::planned)).isEqualTo(Map.of("scanIndex", 1));
    // The control: asking nova by nova costs a request each, beside the list of novae.
    assertThat(requests(this::novaByNova)).isEqualTo(Map.of("getAll", 1, "query", 1 + 10));

    ingested(5_000);
    assertThat(requests(this::planned)).isEqualTo(Map.of("scanIndex", 1));
  }

  @Test
  void waitingSpectraOfFewNovae_costReadsOfThese_notOfTheOthers() {
    ingested(2_000);
    List<NovaId> few = novae(3);
    Samples.register(catalog, few.stream().flatMap(nova -> wishes(nova, 50).stream()).toList());

    assertThat(requests(this::planned)).isEqualTo(Map.of("scanIndex", 1, "getAll", 4));
  }

  @Test
  void plan_isTheOneMadeNovaByNova() {
    for (NovaId nova : novae(120)) {
      Samples.register(catalog, wishes(nova, 1 + Math.floorMod(nova.hashCode(), 5)));
    }

    assertThat(planned()).hasSizeGreaterThan(120).isEqualTo(novaByNova());
  }

  @Test
  void spectraOfAMergedNova_areNotTakenUp() {
    List<NovaId> novae = novae(2);
    novae.forEach(nova -> Samples.register(catalog, wishes(nova, 2)));
    merge(novae.get(0));

    List<PlannedProduct> planned = planned();

    assertThat(planned).isEqualTo(novaByNova()).hasSize(2);
    assertThat(planned).extracting(PlannedProduct::nova).containsOnly(novae.get(1));
  }

  /** What a postponed attempt has left in quarantine is found by the next, and not for ever. */
  @Test
  void folderOfQuarantine_staysThatOfAPostponedAttempt_andIsAnotherAfterAVerdict() {
    Samples.register(catalog, wishes(novae(1).get(0), 1));
    PlannedProduct first = planned().get(0);
    CLOCK.advance(Duration.ofMinutes(1));
    Samples.commit(catalog, List.of(new RetryLater(first.ref(), "HTTP 503", CLOCK.instant())));
    PlannedProduct second = planned().get(0);
    CLOCK.advance(Duration.ofMinutes(1));
    Samples.commit(
        catalog, List.of(Samples.quarantined(second.ref(), QuarantineReason.UNREADABLE)));
    catalog.products().approveRetry(first.product());

    assertThat(second.due()).isAfter(first.due());
    assertThat(second.folder()).isEqualTo(first.folder());
    assertThat(planned().get(0).folder()).isAfter(first.folder());
  }

  /** No command gives spectra to a nova that is then merged; a table may have such all the same. */
  private void merge(NovaId nova) {
    table.write(
        new Write.Update(
            new ItemKey(nova.toString(), "NOVA"),
            Map.of("identity_status", Attribute.of("MERGED")),
            Map.of(),
            Set.of(),
            Set.of(),
            Condition.exists()));
    table.write(new Write.Delete(new ItemKey("NAME#*", "NOVA#" + nova), Condition.exists()));
  }

  /** Novae of which nothing waits any more, each with a valid spectrum; up to {@code count}. */
  private void ingested(int count) {
    int before = (int) catalog.novae().list().count();
    List<NovaId> novae = novae(count - before);
    Samples.register(catalog, novae.stream().flatMap(nova -> wishes(nova, 1).stream()).toList());
    Samples.commit(
        catalog,
        catalog
            .products()
            .eligible()
            .map(product -> Samples.valid(product.ref(), product.rawFile().sha256()))
            .toList());
  }

  private List<NovaId> novae(int count) {
    int known = (int) catalog.novae().list().count();
    return IntStream.range(known, known + count)
        .mapToObj(n -> Samples.nova(catalog, "Nova " + n))
        .toList();
  }

  /** Spectra of a nova, none of which is one of another nova. */
  private List<Registration> wishes(NovaId nova, int count) {
    int number = numbers.computeIfAbsent(nova, any -> numbers.size());
    return IntStream.range(0, count)
        .mapToObj(n -> Samples.registration(nova, 1000 * number + n))
        .toList();
  }

  private Map<String, Integer> requests(Supplier<List<PlannedProduct>> plan) {
    table.requests();
    assertThat(plan.get()).isNotNull();
    return table.requests();
  }

  private List<PlannedProduct> planned() {
    return products(IngestPlanner.plan(catalog, CLOCK.instant(), Long.MAX_VALUE));
  }

  /** As {@code --nova} plans, for every nova. */
  private List<PlannedProduct> novaByNova() {
    List<Nova> all = catalog.novae().list().toList();
    return products(IngestPlanner.plan(catalog, all, CLOCK.instant(), Long.MAX_VALUE));
  }

  private static List<PlannedProduct> products(IngestPlan plan) {
    try (plan;
        PlanFile.Reader reader = new PlanFile.Reader(plan.file())) {
      List<PlannedProduct> products = new ArrayList<>();
      reader.forEachRemaining(products::add);
      return products;
    }
  }
}
