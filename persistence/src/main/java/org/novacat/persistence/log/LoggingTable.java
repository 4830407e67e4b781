package org.novacat.persistence.log;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.SortRange;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table that writes one line of JSON a request: operation, keys, condition, outcome, consumed
 * capacity, latency, correlation id and job run id. Keys and attribute names are logged, values
 * never. Writes and failures go out at INFO, reads at DEBUG.
 */
public final class LoggingTable implements Table {
  /** The logger of all lines. */
  public static final String LOGGER = "org.novacat.persistence.calls";

  /** A transaction of 100 names its first keys only; the count says how many there were. */
  private static final int KEYS_NAMED = 10;

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  private final Table table;
  private final RunContext run;
  private final Clock clock;
  private final Consumer<String> writes;
  private final Consumer<String> reads;

  public LoggingTable(Table table, RunContext run, Clock clock) {
    this(table, run, clock, LOG::info, LOG::debug);
  }

  LoggingTable(
      Table table, RunContext run, Clock clock, Consumer<String> writes, Consumer<String> reads) {
    this.table = requireNonNull(table, "table is null");
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.writes = requireNonNull(writes, "writes is null");
    this.reads = requireNonNull(reads, "reads is null");
  }

  @Override
  public Page read(ItemKey key) {
    return read("get", List.of(key.toString()), () -> table.read(key), LoggingTable::ended);
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    return read(
        "batch-get",
        keys.stream().map(ItemKey::toString).toList(),
        () -> table.getAll(keys),
        batch -> new Ended(batch.items().size() + " items", batch.capacity()));
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    return read(
        "query",
        List.of(query.partition() + " / " + sorts(query.sort())),
        () -> table.query(query, from),
        LoggingTable::ended);
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    return read(
        scan.source() == Query.Source.TABLE ? "scan" : "scan-index",
        List.of(scan.sortPrefix() + "* " + part(scan.part())),
        () -> table.scan(scan, from),
        LoggingTable::ended);
  }

  @Override
  public List<Scan> split(Scan scan, int parts) {
    return table.split(scan, parts);
  }

  private static String sorts(SortRange range) {
    return range.least() == null && range.most() == null ? range.prefix() + "*" : range.describe();
  }

  private static String part(Scan.Part part) {
    return part instanceof Scan.Segment segment
        ? segment.number() + "/" + segment.of()
        : ((Scan.Range) part).from() + " to " + ((Scan.Range) part).end();
  }

  @Override
  public WriteResult write(Write write) {
    return written(
        operation(write),
        List.of(write),
        () -> table.write(write),
        result ->
            result instanceof WriteResult.Written done
                ? new Ended("written", done.capacity())
                : new Ended("condition failed", 0));
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    return written("transact", writes, () -> table.transact(writes, token), LoggingTable::ended);
  }

  @Override
  public void close() {
    table.close();
  }

  private record Ended(String outcome, double capacity) {}

  private static Ended ended(Page page) {
    return new Ended(page.items().size() + " items", page.capacity());
  }

  private static Ended ended(TransactResult result) {
    return result instanceof TransactResult.Applied applied
        ? new Ended("applied", applied.capacity())
        : new Ended("cancelled " + ((TransactResult.Cancelled) result).codes(), 0);
  }

  private <T> T read(
      String operation, List<String> keys, Supplier<T> call, Function<T, Ended> outcome) {
    return timed(facts(operation, keys), call, outcome, reads);
  }

  private <T> T written(
      String operation, List<Write> actions, Supplier<T> call, Function<T, Ended> outcome) {
    Map<String, Object> facts =
        facts(operation, actions.stream().map(write -> write.key().toString()).toList());
    facts.put(
        "condition",
        actions.stream().map(write -> write.condition().describe()).distinct().toList());
    return timed(facts, call, outcome, writes);
  }

  private static Map<String, Object> facts(String operation, List<String> keys) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("operation", operation);
    facts.put("keys", keys.subList(0, Math.min(KEYS_NAMED, keys.size())));
    facts.put("key_count", keys.size());
    return facts;
  }

  private <T> T timed(
      Map<String, Object> facts,
      Supplier<T> call,
      Function<T, Ended> outcome,
      Consumer<String> line) {
    long begin = clock.millis();
    try {
      T answer = call.get();
      Ended ended = outcome.apply(answer);
      facts.put("outcome", ended.outcome());
      facts.put("consumed_capacity", ended.capacity());
      line.accept(finished(facts, begin));
      return answer;
    } catch (RuntimeException e) {
      facts.put("outcome", e.getClass().getSimpleName());
      facts.put("error", String.valueOf(e.getMessage()));
      writes.accept(finished(facts, begin));
      throw e;
    }
  }

  private String finished(Map<String, Object> facts, long begin) {
    facts.put("latency_ms", clock.millis() - begin);
    facts.put("correlation_id", run.correlationId());
    facts.put("job_run_id", run.jobRunId());
    return JsonLine.of(facts);
  }

  private static String operation(Write write) {
    if (write instanceof Write.Put) {
      return "put";
    }
    return write instanceof Write.Delete ? "delete" : "update";
  }
}
