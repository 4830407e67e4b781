package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTableItem;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of photometry tables, and tells it. */
final class TableJudge implements Judge<TableOutcome, TableUnit> {
  private final Table table;
  private final Committer committer;
  private final Consumer<TableResult> results;

  TableJudge(Table table, Committer committer, Consumer<TableResult> results) {
    this.table = table;
    this.committer = committer;
    this.results = results;
  }

  @Override
  public Stream<TableUnit> begin(TableOutcome outcome) {
    return Stream.of(TableUnit.of(outcome, committer.stamp()));
  }

  @Override
  public Optional<TableUnit> applied(TableUnit unit) {
    return goesOn(unit, unit.next());
  }

  @Override
  public Optional<TableUnit> refused(TableUnit unit, List<Reason> reasons) {
    if (unit.isLost(reasons)) {
      results.accept(new TableResult.Lost(unit.outcome()));
      return Optional.empty();
    }
    return goesOn(unit, unit.without(reasons));
  }

  private Optional<TableUnit> goesOn(TableUnit unit, Optional<TableUnit> next) {
    if (next.isEmpty()) {
      results.accept(new TableResult.Recorded(unit.outcome()));
    }
    return next;
  }

  /** Work that is left of a table that is recorded is settled by the next run. */
  @Override
  public void unknown(TableUnit unit, OutcomeUnknownException why) {
    results.accept(unit.table().isEmpty() ? recorded(unit) : found(unit, why));
  }

  private TableResult found(TableUnit unit, OutcomeUnknownException why) {
    PhotometryTable built = unit.outcome().built();
    try {
      RawItem current = table.get(PhotometryTableItem.key(built.novaId()));
      return current != null && isSame(PhotometryTableItem.read(current).meta(), built.meta())
          ? recorded(unit)
          : new TableResult.Unknown(unit.outcome(), String.valueOf(why.getMessage()));
    } catch (PersistenceException e) {
      return new TableResult.Unknown(unit.outcome(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean isSame(ItemMeta one, ItemMeta other) {
    return one.version() == other.version() && one.updatedBy().equals(other.updatedBy());
  }

  private static TableResult recorded(TableUnit unit) {
    return new TableResult.Recorded(unit.outcome());
  }
}
