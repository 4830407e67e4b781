package org.novacat.persistence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.FaultPlan;
import org.novacat.persistence.testing.FaultyTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

class LoggingTableTest {
  private static final ItemKey KEY = new ItemKey("pk", "a\"b\\c\nd");

  private final InMemoryTable store = new InMemoryTable();
  private final MutableClock clock = new MutableClock();
  private final RunContext run = new RunContext(JobRunId.mint(), "nightly-7", null);
  private final List<String> lines = new ArrayList<>();
  private final Table table = logging(store);

  @Test
  void put_tellsEverythingButValues() throws Exception {
    table.write(put(KEY));

    JsonNode line = only();
    assertThat(line.get("operation").asText()).isEqualTo("put");
    assertThat(line.get("keys").get(0).asText()).isEqualTo("pk / a\"b\\c\nd");
    assertThat(line.get("key_count").asInt()).isEqualTo(1);
    assertThat(line.get("condition").get(0).asText()).isEqualTo("(absent or version equal)");
    assertThat(line.get("outcome").asText()).isEqualTo("written");
    assertThat(line.get("consumed_capacity").asDouble()).isEqualTo(1);
    assertThat(line.get("latency_ms").asLong()).isZero();
    assertThat(line.get("correlation_id").asText()).isEqualTo("nightly-7");
    assertThat(line.get("job_run_id").asText()).isEqualTo(run.jobRunId().toString());
    assertThat(lines.get(0)).doesNotContain("secret").doesNotContain("\n");
  }

  @Test
  void everyCall_isOneLine() throws Exception {
    table.write(put(KEY));
    table.write(put(KEY));
    table.write(new Write.Delete(KEY, Condition.always()));
    table.get(KEY);
    table.getAll(List.of(KEY));
    table.query(Query.of("pk", "a"), null);
    table.scan(Scan.ofIndex(""), null);
    table.transact(List.of(put(KEY)), "1");
    table.transact(List.of(put(KEY)), "2");

    List<String> told = new ArrayList<>();
    for (String line : lines) {
      JsonNode json = new ObjectMapper().readTree(line);
      told.add(json.get("operation").asText() + ": " + json.get("outcome").asText());
    }
    assertThat(told)
        .containsExactly(
            "put: written",
            "put: condition failed",
            "delete: written",
            "get: 0 items",
            "batch-get: 0 items",
            "query: 0 items",
            "scan-index: 0 items",
            "transact: applied",
            "transact: cancelled [CONDITION_FAILED]");
  }

  @Test
  void bigTransaction_namesItsFirstKeysAndCountsAll() throws Exception {
    List<Write> writes =
        IntStream.range(0, 100).mapToObj(n -> put(new ItemKey("pk", "k" + n))).toList();

    table.transact(writes, "token");

    assertThat(only().get("keys")).hasSize(10);
    assertThat(only().get("key_count").asInt()).isEqualTo(100);
    assertThat(only().get("condition")).hasSize(1);
  }

  @Test
  void failure_isALineToo() throws Exception {
    Table failing = logging(new FaultyTable(store, new FaultPlan(1, 1, 0, 0, 0)));

    assertThatThrownBy(() -> failing.get(KEY)).isInstanceOf(TransientStoreException.class);

    assertThat(only().get("outcome").asText()).isEqualTo("TransientStoreException");
    assertThat(only().get("error").asText()).isEqualTo("throttled by plan");
  }

  @Test
  void latency_isTheClocks() throws Exception {
    store.whileInFlight(() -> clock.advance(Duration.ofMillis(42)));

    table.transact(List.of(put(KEY)), "token");

    assertThat(only().get("latency_ms").asLong()).isEqualTo(42);
  }

  private Table logging(Table on) {
    return new LoggingTable(on, run, clock, lines::add, lines::add);
  }

  private JsonNode only() throws Exception {
    assertThat(lines).hasSize(1);
    return new ObjectMapper().readTree(lines.get(0));
  }

  private static Write put(ItemKey key) {
    RawItem item = new RawItem(key, Map.of("value", Attribute.of("secret")));
    return new Write.Put(item, Condition.anyOf(Condition.absent(), Condition.equal("version", 1)));
  }
}
