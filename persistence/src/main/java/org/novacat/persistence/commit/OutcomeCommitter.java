package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.novacat.persistence.commit.ValidationOutcome.Quarantined;
import org.novacat.persistence.commit.ValidationOutcome.SameBytes;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.table.Table;

/**
 * Records what a run found out about products, while the run still finds out more.
 *
 * <p>A product whose items would be larger than an item may be is quarantined for that, and takes
 * no other product of its transaction with it.
 *
 * <p>Which product owns bytes that several have: the one that claimed them in an earlier run, else
 * the one whose outcome is given first, whatever the order in which transactions end. So a plan
 * that hands over equal bytes in a fixed order has a fixed owner.
 */
public final class OutcomeCommitter {
  private final Table table;
  private final RunContext run;
  private final Clock clock;
  private final CommitSettings settings;
  private final Waits waits;

  /** A committer over a table that does not try again by itself. */
  public OutcomeCommitter(
      Table table, RunContext run, Clock clock, CommitSettings settings, Waits waits) {
    this.table = requireNonNull(table, "table is null");
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.waits = requireNonNull(waits, "waits is null");
  }

  /**
   * Records outcomes as the iterator yields them, and tells what became of each, on this thread and
   * in no order. When the iterator throws, what it had yielded is recorded before its exception
   * goes on. An interrupt is kept, and what is under way awaited.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; outcomes not told of are not recorded
   */
  public CommitStats commit(
      Iterator<? extends ValidationOutcome> outcomes, Consumer<CommitResult> results) {
    LongAdder retries = new LongAdder();
    RetryingTable patient =
        new RetryingTable(table, new Retrier(RetryPolicy.PATIENT, waits, retries::increment));
    OutcomeJudge judge = new OutcomeJudge(patient, run, clock, results);
    try (Pump<OutcomeUnit> pump = new Pump<>(patient, judge, settings, clock, retries)) {
      try {
        while (outcomes.hasNext()) {
          unit(outcomes.next(), results).ifPresent(pump::add);
        }
      } catch (RuntimeException e) {
        finishQuietly(pump, e);
        throw e;
      }
      return pump.finish();
    }
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

  /**
   * The outcome as a unit; empty, and told to be a conflict, when its product's state forbids it.
   */
  private Optional<OutcomeUnit> unit(ValidationOutcome outcome, Consumer<CommitResult> results) {
    Optional<ProductState> to =
        ProductTransitions.TABLE.next(outcome.product().state(), event(outcome));
    if (to.isEmpty()) {
      String why =
          "its state %s does not allow %s".formatted(outcome.product().state(), event(outcome));
      results.accept(new CommitResult.Conflict(outcome.product(), why, null));
    }
    Stamp stamp = new Stamp(clock.instant(), run.jobRunId());
    return to.map(state -> OutcomeUnit.of(outcome, state, stamp)).map(OutcomeCommitter::fitting);
  }

  /** The unit, or the one that quarantines its product because its items would be too large. */
  private static OutcomeUnit fitting(OutcomeUnit unit) {
    if (unit.fits()) {
      return unit;
    }
    Quarantined instead = Oversize.quarantined(unit);
    ProductState to =
        ProductTransitions.TABLE
            .next(instead.product().state(), ProductEvent.QUARANTINED)
            .orElseThrow();
    return OutcomeUnit.of(instead, to, unit.stamp());
  }

  private static ProductEvent event(ValidationOutcome outcome) {
    if (outcome instanceof Valid) {
      return ProductEvent.VALIDATED;
    }
    if (outcome instanceof SameBytes) {
      return ProductEvent.FOUND_DUPLICATE;
    }
    return outcome instanceof Quarantined
        ? ProductEvent.QUARANTINED
        : ProductEvent.VALIDATION_POSTPONED;
  }
}
