package org.novacat.persistence.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTableItem;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.run.WorkItemItem;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.Write;

/**
 * A table and as much of the work it settles as fits beside it; or, of a table that is recorded,
 * more of that work.
 *
 * @param table fence, item, and word to others; empty once it is recorded
 * @param seen work that is removed with it
 * @param rest work that is removed after it
 */
record TableUnit(TableOutcome outcome, List<Write> table, List<WorkItem> seen, List<WorkItem> rest)
    implements CommitUnit {
  static TableUnit of(TableOutcome outcome, Stamp stamp) {
    PhotometryTable built = outcome.built();
    NovaId nova = built.novaId();
    List<Write> table = new ArrayList<>();
    table.add(outcome.fence().check());
    table.add(PhotometryTableItem.put(built, asRead(built)));
    for (WorkConsumer consumer : WorkConsumer.OF_PRODUCTS) {
      table.add(WorkItemItem.due(nova, DirtyType.PHOTOMETRY, consumer, "", stamp));
    }
    return cut(outcome, table, outcome.seen());
  }

  @Override
  public List<Write> writes() {
    return Stream.concat(table.stream(), seen.stream().map(WorkItemItem::seen)).toList();
  }

  /** What follows when this is written; empty when nothing does. */
  Optional<TableUnit> next() {
    return rest.isEmpty() ? Optional.empty() : Optional.of(cut(outcome, List.of(), rest));
  }

  /** Whether the table itself could not be recorded. */
  boolean isLost(List<Reason> reasons) {
    return reasons.subList(0, table.size()).stream()
        .anyMatch(reason -> reason.code() == Code.CONDITION_FAILED);
  }

  /** The same without the work that has changed since it was read, or is gone. */
  Optional<TableUnit> without(List<Reason> reasons) {
    List<WorkItem> left =
        IntStream.range(0, seen.size())
            .filter(n -> reasons.get(table.size() + n).code() != Code.CONDITION_FAILED)
            .mapToObj(seen::get)
            .toList();
    TableUnit unit = new TableUnit(outcome, table, left, rest);
    return table.isEmpty() && left.isEmpty() ? next() : Optional.of(unit);
  }

  private static TableUnit cut(TableOutcome outcome, List<Write> table, List<WorkItem> work) {
    int now = Math.min(Table.MOST_IN_ONE_REQUEST - table.size(), work.size());
    return new TableUnit(outcome, table, work.subList(0, now), work.subList(now, work.size()));
  }

  private static Condition asRead(PhotometryTable built) {
    long before = built.meta().version() - 1;
    return before == 0 ? Condition.absent() : Condition.equal(Common.VERSION.name(), before);
  }
}
