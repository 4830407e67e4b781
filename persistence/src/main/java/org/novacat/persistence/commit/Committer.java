package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Table;

/**
 * The one way to commit in bulk, whatever it is. It is patient: hours of work do not end because
 * the table is away for some minutes.
 *
 * @param table does not try again by itself
 */
public record Committer(
    Table table, RunContext run, Clock clock, CommitSettings settings, Waits waits) {
  public Committer {
    requireNonNull(table, "table is null");
    requireNonNull(run, "run is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(settings, "settings is null");
    requireNonNull(waits, "waits is null");
  }

  /**
   * Commits what the iterator yields while it yields more. When it throws, what it had yielded is
   * settled before its exception goes on. An interrupt is kept, and what is under way awaited.
   *
   * @param judge over the table that tries again
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; what was not told of is not recorded
   */
  <D, U extends CommitUnit> CommitStats commit(
      Iterator<? extends D> given, Function<Table, ? extends Judge<D, U>> judge) {
    LongAdder retries = new LongAdder();
    RetryingTable patient =
        new RetryingTable(table, new Retrier(RetryPolicy.PATIENT, waits, retries::increment));
    Judge<D, U> judges = judge.apply(patient);
    try (Pump<U> pump = new Pump<>(patient, judges, settings, clock, retries)) {
      try {
        while (given.hasNext()) {
          judges.begin(given.next()).forEach(pump::add);
        }
      } catch (RuntimeException e) {
        finishQuietly(pump, e);
        throw e;
      }
      return pump.finish();
    }
  }

  Stamp stamp() {
    return new Stamp(clock.instant(), run.jobRunId());
  }

  private static void finishQuietly(Pump<?> pump, RuntimeException first) {
    try {
      pump.finish();
    } catch (RuntimeException e) {
      if (e != first) {
        first.addSuppressed(e);
      }
    }
  }
}
