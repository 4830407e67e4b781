package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/** What must be made again, nova by nova. An entry is removed by whoever has made it. */
public final class WorkQueue {
  private final Table table;
  private final RunContext run;
  private final Clock clock;

  public WorkQueue(Table table, RunContext run, Clock clock) {
    this.table = requireNonNull(table, "table is null");
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Notes that something of a nova changed as a whole. Twice before it is seen is one entry. */
  public void put(NovaId nova, DirtyType type, WorkConsumer consumer) {
    Stamp stamp = new Stamp(clock.instant(), run.jobRunId());
    table.write(WorkItemItem.due(nova, type, consumer, "", stamp));
  }

  /** All that waits for a consumer, by shard, then nova. Costs what waits for it. */
  public Stream<WorkItem> list(WorkConsumer consumer) {
    return IntStream.range(0, Keys.WORK_SHARDS)
        .boxed()
        .flatMap(shard -> Pages.of(table, Query.of(WorkItemItem.partition(consumer, shard), "")))
        .map(WorkItemItem::read);
  }

  /** Removes work that is done; nothing if it is not there, or changed since it was read. */
  public void remove(WorkItem work) {
    table.write(WorkItemItem.seen(work));
  }
}
