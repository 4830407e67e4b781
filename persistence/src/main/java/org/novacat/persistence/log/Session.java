package org.novacat.persistence.log;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.table.Table;

/** What a run uses a table with. */
public record Session(Table table, RunContext run, Clock clock) {
  public Session {
    requireNonNull(table, "table is null");
    requireNonNull(run, "run is null");
    requireNonNull(clock, "clock is null");
  }

  /** That this run writes now. */
  public Stamp stamp() {
    return new Stamp(clock.instant(), run.jobRunId());
  }
}
