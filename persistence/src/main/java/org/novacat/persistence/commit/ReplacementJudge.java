package org.novacat.persistence.commit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of replacements, and tells it. */
final class ReplacementJudge<T> implements Judge<Replacement<T>, ReplacementUnit<T>> {
  private final Table table;
  private final Consumer<ReplacementResult<T>> results;

  ReplacementJudge(Session session, Consumer<ReplacementResult<T>> results) {
    this.table = session.table();
    this.results = results;
  }

  @Override
  public Stream<ReplacementUnit<T>> begin(Stream<? extends Replacement<T>> given) {
    return given.map(ReplacementUnit::of);
  }

  @Override
  public Optional<ReplacementUnit<T>> applied(ReplacementUnit<T> unit) {
    return goesOn(unit, unit.next());
  }

  @Override
  public Optional<ReplacementUnit<T>> refused(ReplacementUnit<T> unit, List<Reason> reasons) {
    if (unit.isLost(reasons)) {
      results.accept(new ReplacementResult.Lost<>(unit.of()));
      return Optional.empty();
    }
    return goesOn(unit, unit.without(reasons));
  }

  private Optional<ReplacementUnit<T>> goesOn(
      ReplacementUnit<T> unit, Optional<ReplacementUnit<T>> next) {
    if (next.isEmpty()) {
      results.accept(new ReplacementResult.Recorded<>(unit.of()));
    }
    return next;
  }

  /** Work that is left of what is recorded is settled by the next run. */
  @Override
  public void unknown(ReplacementUnit<T> unit, OutcomeUnknownException why) {
    results.accept(
        unit.main().isEmpty()
            ? new ReplacementResult.Recorded<>(unit.of())
            : found(unit.of(), why));
  }

  private ReplacementResult<T> found(Replacement<T> given, OutcomeUnknownException why) {
    RawItem wished = given.item().item();
    try {
      RawItem current = table.get(wished.key());
      return current != null && isSame(wished, current)
          ? new ReplacementResult.Recorded<>(given)
          : new ReplacementResult.Unknown<>(given, String.valueOf(why.getMessage()));
    } catch (PersistenceException e) {
      return new ReplacementResult.Unknown<>(given, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isSame(RawItem one, RawItem other) {
    return one.number(Common.VERSION.name()) == other.number(Common.VERSION.name())
        && Objects.equals(one.get(Common.UPDATED_BY.name()), other.get(Common.UPDATED_BY.name()));
  }
}
