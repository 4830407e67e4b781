package org.novacat.persistence.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.CountingTable;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

/** One task's reading, without Spark. */
class ItemReaderTest {
  private final MutableClock clock = new MutableClock();
  private final List<Duration> pauses = new ArrayList<>();
  private final Pause pause =
      length -> {
        pauses.add(length);
        clock.advance(length);
      };
  private final InMemoryTable table = new InMemoryTable().withPages(50);

  @Test
  void throttling_isWaitedFor_longerEachTime() throws IOException {
    Things.write(table, Things.many(1_000));
    FaultyTable faulty = new FaultyTable(table, new FaultPlan(7, 0.5, 0.1, 0.1, 0));

    Map<String, Long> read = read(faulty, spec(Map.of()), 1);

    assertThat(read).containsEntry("rows", 1_000L).containsEntry("requests", 20L);
    assertThat(read.get("retries")).isGreaterThan(10);
    assertThat(pauses).hasSize(read.get("retries").intValue());
  }

  @Test
  void readUnits_areKept_byWaitingForEachPageThatWasPaidFor() throws IOException {
    Things.write(table, Things.many(1_000));

    Map<String, Long> read = read(table, spec(Map.of("read-units", "25")), 1);

    Duration waited = pauses.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(read).containsEntry("rows", 1_000L).containsEntry("readUnits", 1_000L);
    // 1,000 units at 25 a second, but for the last page, behind which nothing is asked for.
    assertThat(waited).isEqualTo(Duration.ofSeconds(38));
  }

  @Test
  void readUnits_areSharedOutOverTheParts() throws IOException {
    Things.write(table, Things.many(1_000));

    read(table, spec(Map.of("read-units", "25")), 4);

    assertThat(Duration.between(MutableClock.START, clock.instant()))
        .isBetween(Duration.ofSeconds(130), Duration.ofSeconds(160));
  }

  @Test
  void smallShare_asksForShortPages() throws IOException {
    Things.write(table, Things.many(100));

    Map<String, Long> read = read(table, spec(Map.of("read-units", "2")), 1);

    assertThat(read).containsEntry("rows", 100L).containsEntry("requests", 13L);
  }

  /** A page is asked for when its first row is. */
  @Test
  void pages_areReadOneByOne() throws IOException {
    Things.write(table, Things.many(200));
    List<Integer> asked = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    Table watched =
        new ForwardingTable(table) {
          @Override
          public Page scan(Scan scan, Page.@Nullable Cursor from) {
            asked.add(rows.size());
            return super.scan(scan, from);
          }
        };
    ItemScan scan = new ItemScan(spec(Map.of()));

    try (ItemReader reader = reader(scan, watched, scan.parts(watched, 1).get(0))) {
      while (reader.next()) {
        rows.add(1);
      }
    }

    assertThat(asked).containsExactly(0, 50, 100, 150);
  }

  @Test
  void limit_asksForNoMorePages() throws IOException {
    Things.write(table, Things.many(200));
    CountingTable counting = new CountingTable(table);
    ItemScanBuilder builder = builder(Map.of());
    builder.pushFilters(new Filter[] {new EqualTo("entity_type", "Nova")});
    builder.pushLimit(30);

    Map<String, Long> read = read(counting, ((ItemScan) builder.build()).spec(), 1);

    assertThat(read).containsEntry("rows", 30L);
    assertThat(counting.requests()).isEqualTo(Map.of("scan", 2));
  }

  @Test
  void itemWhoseTimeComesWhileItIsRead_isOver() throws IOException {
    Instant soon = MutableClock.START.plusSeconds(60);
    Things.write(
        table,
        List.of(
            TableSourceContract.with(
                "a", "ttl", org.novacat.persistence.table.Attribute.of(soon.getEpochSecond()))));

    assertThat(read(table, spec(Map.of()), 1)).containsEntry("rows", 1L);
    clock.advance(Duration.ofSeconds(60));
    assertThat(read(table, spec(Map.of()), 1)).containsEntry("rows", 0L);
  }

  private static ItemScanBuilder builder(Map<String, String> options) {
    return new ItemScanBuilder(
        ReadOptions.parse(new CaseInsensitiveStringMap(options)), Columns.USUAL);
  }

  private static ReadSpec spec(Map<String, String> options) {
    return ((ItemScan) builder(options).build()).spec();
  }

  private ItemReader reader(ItemScan scan, Table from, ItemPartition part) {
    return new ItemReader(scan.spec(), part, from, clock, Waits.silent(pause));
  }

  /** Reads all parts, one after the other; figures by name. */
  private Map<String, Long> read(Table from, ReadSpec spec, int parts) throws IOException {
    Map<String, Long> figures = new TreeMap<>(Map.of("rows", 0L));
    ItemScan scan = new ItemScan(spec);
    for (ItemPartition part : scan.parts(new ForwardingTable(table), parts)) {
      try (ItemReader reader = reader(scan, from, part)) {
        while (reader.next()) {
          assertThat(reader.get().numFields()).isEqualTo(spec.schema().size());
          figures.merge("rows", 1L, Long::sum);
        }
        for (CustomTaskMetric metric : reader.currentMetricsValues()) {
          figures.merge(metric.name(), metric.value(), Long::sum);
        }
      }
    }
    return figures;
  }
}
