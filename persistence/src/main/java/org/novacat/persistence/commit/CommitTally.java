package org.novacat.persistence.commit;

import java.time.Duration;
import org.novacat.persistence.table.TransactResult;

/** Counts what a pump does. Used by its thread only. */
final class CommitTally {
  long units;
  long transactions;
  long actions;
  long conditionFailures;
  double capacity;
  long nanos;

  void applied(int count, TransactResult.Applied result) {
    transactions++;
    actions += count;
    capacity += result.capacity();
  }

  CommitStats stats(long retries) {
    return new CommitStats(
        units,
        transactions,
        actions,
        retries,
        conditionFailures,
        capacity,
        Duration.ofNanos(nanos));
  }
}
