package org.novacat.persistence.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.testing.InMemoryTable;

/** Tables that are not DynamoDB refuse what is too large there. Its stand-in does not. */
class TransactionSizeTest {
  private static final int LARGE = 200_000;

  @Test
  void inMemoryTable_refusesMoreThanFourMegabytes() {
    refusesFromTwentyOneLargeItems(new InMemoryTable());
  }

  @Test
  void embeddedTable_refusesMoreThanFourMegabytes(@TempDir Path folder) {
    EmbeddedTables source = new EmbeddedTables(folder, "Test");
    source.init();
    try (Table table = source.open()) {
      refusesFromTwentyOneLargeItems(table);
    }
  }

  private static void refusesFromTwentyOneLargeItems(Table table) {
    IntStream.range(0, 21).forEach(n -> table.write(put(n)));

    assertThat(table.transact(touches(20), "twenty")).isInstanceOf(TransactResult.Applied.class);
    assertThatThrownBy(() -> table.transact(touches(21), "one more"))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining("the items of a transaction have 42");
    assertThat(table.get(key(20)).number("n")).isZero();
  }

  /** Each brings a few bytes to an item that is large. */
  private static List<Write> touches(int items) {
    return IntStream.range(0, items)
        .<Write>mapToObj(
            n ->
                new Write.Update(
                    key(n), Map.of(), Map.of(), Set.of(), Set.of("n"), Condition.exists()))
        .toList();
  }

  private static Write put(int n) {
    Attribute text = Attribute.of("x".repeat(LARGE));
    return new Write.Put(new RawItem(key(n), Map.of("text", text)), Condition.always());
  }

  private static ItemKey key(int n) {
    return new ItemKey("p", "s" + n);
  }
}
