package org.novacat.persistence.run;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/** What must be made again, nova by nova. An entry is removed by whoever has made it. */
public final class WorkQueue {
  private final Session session;
  private final Table table;

  public WorkQueue(Session session) {
    this.session = requireNonNull(session, "session is null");
    this.table = session.table();
  }

  /** Notes that something of a nova changed as a whole. Twice before it is seen is one entry. */
  public void put(NovaId nova, DirtyType type, WorkConsumer consumer) {
    Stamp stamp = session.stamp();
    table.write(WorkItem.due(nova, type, consumer, "", stamp));
  }

  /** Notes that something of a nova becomes public by itself on a day, in UTC. */
  public void putOnDay(NovaId nova, WorkConsumer consumer, LocalDate day) {
    table.write(WorkItem.onDay(nova, consumer, day, session.stamp()));
  }

  /**
   * All that waits for a consumer now, by shard, then nova. Costs what waits for it, now and on
   * days to come.
   */
  public Stream<WorkItem> list(WorkConsumer consumer) {
    return IntStream.range(0, Keys.WORK_SHARDS)
        .boxed()
        .flatMap(shard -> Pages.of(table, Query.of(WorkItem.partition(consumer, shard), "")))
        .map(WorkItem.ITEM::read)
        .filter(work -> work.isDue(LocalDate.ofInstant(session.clock().instant(), UTC)));
  }

  /** Removes work that is done; nothing if it is not there, or changed since it was read. */
  public void remove(WorkItem work) {
    table.write(work.seen());
  }
}
