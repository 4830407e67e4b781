package org.novacat.persistence.commit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of replacements, and tells it. */
final class ReplacementJudge<T>
    extends Judge<Replacement<T>, ReplacementResult<T>, ReplacementUnit<T>> {
  ReplacementJudge(Session session, Consumer<ReplacementResult<T>> results) {
    super(session, results);
  }

  @Override
  Stream<ReplacementUnit<T>> begin(Stream<? extends Replacement<T>> given) {
    return given.map(ReplacementUnit::of);
  }

  @Override
  Optional<ReplacementUnit<T>> applied(ReplacementUnit<T> unit) {
    return goesOn(unit, unit.next());
  }

  @Override
  Optional<ReplacementUnit<T>> refused(ReplacementUnit<T> unit, List<Reason> reasons) {
    return unit.isLost(reasons)
        ? told(new ReplacementResult.Lost<>(unit.of()))
        : goesOn(unit, unit.without(reasons));
  }

  private Optional<ReplacementUnit<T>> goesOn(
      ReplacementUnit<T> unit, Optional<ReplacementUnit<T>> next) {
    return next.isPresent() ? next : told(new ReplacementResult.Recorded<>(unit.of()));
  }

  /** Work that is left of what is recorded is settled by the next run. */
  @Override
  Optional<ReplacementResult<T>> readBack(ReplacementUnit<T> unit) {
    RawItem wished = unit.of().item().item();
    RawItem current = unit.main().isEmpty() ? wished : session.table().get(wished.key());
    return current != null && isSame(wished, current)
        ? Optional.of(new ReplacementResult.Recorded<>(unit.of()))
        : Optional.empty();
  }

  @Override
  ReplacementResult<T> unknown(ReplacementUnit<T> unit, String why) {
    return new ReplacementResult.Unknown<>(unit.of(), why);
  }

  private static boolean isSame(RawItem one, RawItem other) {
    return one.number(Common.VERSION.name()) == other.number(Common.VERSION.name())
        && Objects.equals(one.get(Common.UPDATED_BY.name()), other.get(Common.UPDATED_BY.name()));
  }
}
