package org.novacat.persistence.bulk;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bulk.ItemPartition.Reading;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;

/** The rows of one part, read page by page; no more than a page is held. */
final class ItemReader implements PartitionReader<InternalRow> {
  /** Throttling is waited for; an executor elsewhere cannot say that it waits, so not for long. */
  private static final RetryPolicy PATIENCE =
      new RetryPolicy(
          Duration.ofMillis(50),
          2,
          Duration.ofSeconds(5),
          1000,
          Duration.ofMinutes(2),
          RetryPolicy.Spread.JITTERED);

  private final ReadSpec spec;
  private final Table table;
  private final RowMaker rows;
  private final Clock clock;
  private final Pacer pacer;
  private final ReadMetrics metrics = new ReadMetrics();
  private final Deque<Reading> open;
  private Iterator<RawItem> items = Collections.emptyIterator();
  private @Nullable InternalRow row;
  private int given;

  /**
   * A reader; closing it closes the table.
   *
   * @param clock by which items are over
   * @param waits how it waits where the table is slow or capacity is bounded
   */
  ItemReader(ReadSpec spec, ItemPartition part, Table table, Clock clock, Waits waits) {
    Retrier retrier = new Retrier(PATIENCE, waits, metrics::countRetry);
    this.spec = spec;
    this.table = new RetryingTable(table, retrier);
    this.rows = new RowMaker(spec.schema(), spec.options());
    this.clock = clock;
    this.pacer = new Pacer(part.share(), clock, waits.pause());
    this.open = new ArrayDeque<>(part.readings(this.table, spec.pageItems(part.share())));
  }

  @Override
  public boolean next() {
    if (spec.limit() > 0 && given == spec.limit()) {
      return false;
    }
    RawItem item = nextItem();
    if (item == null) {
      return false;
    }
    row = rows.row(item);
    given++;
    return true;
  }

  private @Nullable RawItem nextItem() {
    while (true) {
      if (items.hasNext()) {
        RawItem item = items.next();
        if (!isOver(item)) {
          return item;
        }
      } else if (open.isEmpty()) {
        return null;
      } else {
        Reading reading = open.removeFirst();
        items = Pages.of(from -> page(reading, from)).iterator();
      }
    }
  }

  private Page page(Reading reading, Page.@Nullable Cursor from) {
    Page page = pacer.paced(() -> reading.next(from));
    metrics.count(page);
    return page;
  }

  /** An item whose time is over is as good as removed, which DynamoDB does within days. */
  private boolean isOver(RawItem item) {
    return item.value(Table.TTL) instanceof Attribute.Num
        && item.number(Table.TTL) <= clock.instant().getEpochSecond();
  }

  @Override
  public InternalRow get() {
    return requireNonNull(row, "there is no row");
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return metrics.values();
  }

  @Override
  public void close() {
    table.close();
  }
}
