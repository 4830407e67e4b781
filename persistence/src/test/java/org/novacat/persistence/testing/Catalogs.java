package org.novacat.persistence.testing;

import java.time.Clock;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.table.Table;

/** Catalogues for tests. */
public final class Catalogs {
  /** Waits no time at all. */
  public static final Pause NO_PAUSE = length -> {};

  private Catalogs() {}

  /** A catalogue over a table, for a run of its own, that never really waits. */
  public static Catalog over(Table table, Clock clock) {
    return Catalog.over(table, RunContext.single(JobRunId.mint()), clock, NO_PAUSE);
  }

  /** A catalogue over an empty table in memory, at a fixed time. */
  public static Catalog empty() {
    return over(new InMemoryTable(), new MutableClock());
  }
}
