package org.novacat.persistence.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.table.TransactResult.Applied;
import org.novacat.persistence.table.TransactResult.Cancelled;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.testing.InMemoryTable;

class InMemoryTableTest extends TableContract {
  private static final Write SHARED = touch("shared");

  private final InMemoryTable table = new InMemoryTable();

  @Override
  Table table() {
    return table;
  }

  @Test
  void transactionsInFlightThatShareAnItem_secondIsCancelled() {
    List<TransactResult> inner = new ArrayList<>();
    table.whileInFlight(
        () -> {
          if (inner.isEmpty()) {
            inner.add(new Cancelled(List.of()));
            inner.set(0, table.transact(List.of(touch("own"), SHARED), "inner"));
          }
        });

    TransactResult outer = table.transact(List.of(SHARED), "outer");

    assertThat(outer).isInstanceOf(Applied.class);
    assertThat(inner)
        .containsExactly(
            new Cancelled(List.of(new Reason(Code.NONE, null), new Reason(Code.CONFLICT, null))));
    assertThat(table.conflicts()).isEqualTo(1);
  }

  @Test
  void mereCheckOfAnItemInFlight_isCancelledToo() {
    List<TransactResult> inner = new ArrayList<>();
    table.whileInFlight(
        () -> {
          if (inner.isEmpty()) {
            inner.add(new Cancelled(List.of()));
            Write check = new Write.Check(SHARED.key(), Condition.always());
            inner.set(0, table.transact(List.of(check), "inner"));
          }
        });

    table.transact(List.of(SHARED), "outer");

    assertThat(inner).containsExactly(new Cancelled(List.of(new Reason(Code.CONFLICT, null))));
  }

  @Test
  void singleWriteOfAnItemInFlight_isTurnedAway() {
    table.whileInFlight(
        () ->
            assertThatThrownBy(() -> table.write(SHARED))
                .isInstanceOf(TransientStoreException.class));

    table.transact(List.of(SHARED), "outer");

    assertThat(table.conflicts()).isEqualTo(1);
  }

  @Test
  void frozenIndex_answersAsItWas() {
    ItemKey key = new ItemKey("pk", "sk");
    RawItem indexed =
        new RawItem(key, Map.of("GSI1PK", Attribute.of("a"), "GSI1SK", Attribute.of("b")));
    table.write(new Write.Put(indexed, Condition.always()));
    table.freezeIndex();

    table.write(new Write.Delete(key, Condition.always()));

    assertThat(Pages.of(table, Scan.ofIndex(""))).containsExactly(indexed);
  }

  private static Write touch(String sk) {
    return new Write.Update(
        new ItemKey("pk", sk), Map.of(), Map.of(), Set.of(), Set.of("n"), Condition.always());
  }
}
