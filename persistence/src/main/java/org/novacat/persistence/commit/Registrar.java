package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.IdentityStatus;
import org.novacat.persistence.item.NovaItem;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.item.SpectraProductItem;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;

/**
 * Makes products known, many at once. Each is one transaction's all or nothing: the product, the
 * alias of its locator, the alias of its id, its files. A product is registered for one nova only.
 */
public final class Registrar {
  private final Table table;
  private final RunContext run;
  private final Clock clock;
  private final CommitSettings settings;
  private final Waits waits;

  /** A registrar over a table that does not try again by itself. */
  public Registrar(Table table, RunContext run, Clock clock, CommitSettings settings, Waits waits) {
    this.table = requireNonNull(table, "table is null");
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.waits = requireNonNull(waits, "waits is null");
  }

  /**
   * Registers as the iterator yields, and tells what became of each, on this thread and in no
   * order. What is known already with the same facts costs a read and no write, so registering
   * twice is cheap.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; registrations not told of are not made
   */
  public CommitStats register(Iterator<Registration> registrations, Consumer<Registered> results) {
    LongAdder retries = new LongAdder();
    RetryingTable patient =
        new RetryingTable(table, new Retrier(RetryPolicy.PATIENT, waits, retries::increment));
    RegistrationJudge judge = new RegistrationJudge(run, clock, results);
    Map<NovaId, String> novae = new HashMap<>();
    try (Pump<RegistrationUnit> pump = new Pump<>(patient, judge, settings, clock, retries)) {
      Chunks.of(Pages.stream(registrations), Table.MOST_IN_ONE_REQUEST)
          .forEach(chunk -> add(chunk, patient, judge, pump, novae, results));
      return pump.finish();
    }
  }

  private static void add(
      List<Registration> chunk,
      Table table,
      RegistrationJudge judge,
      Pump<RegistrationUnit> pump,
      Map<NovaId, String> novae,
      Consumer<Registered> results) {
    Map<DataProductId, SpectraProduct> known = known(table, chunk);
    for (Registration wish : chunk) {
      String problem = novae.computeIfAbsent(wish.novaId(), id -> problem(table, id));
      if (problem.isEmpty()) {
        judge.decide(wish, known.get(wish.id())).ifPresent(pump::add);
      } else {
        results.accept(new Registered.Conflict(wish, problem));
      }
    }
  }

  private static Map<DataProductId, SpectraProduct> known(Table table, List<Registration> chunk) {
    List<ItemKey> keys = chunk.stream().map(Registrar::key).distinct().toList();
    return table.getAll(keys).items().stream()
        .map(SpectraProductItem::read)
        .collect(toMap(SpectraProduct::id, product -> product, (one, other) -> one));
  }

  private static ItemKey key(Registration wish) {
    return SpectraProductItem.key(wish.novaId(), wish.provider(), wish.id());
  }

  /** Why nothing can be registered for a nova; empty when it can. */
  private static String problem(Table table, NovaId id) {
    @Nullable RawItem item = table.get(NovaItem.key(id));
    if (item == null) {
      return "there is no nova %s".formatted(id);
    }
    IdentityStatus status = NovaItem.read(item).identityStatus();
    return switch (status) {
      case ACTIVE -> "";
      case QUARANTINED -> "the identity of nova %s is in quarantine".formatted(id);
      case MERGED -> "nova %s was merged into another".formatted(id);
    };
  }
}
