package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.Write;

/**
 * A replacement and as much of the work it settles as fits beside it; or, of one that is recorded,
 * more of that work.
 *
 * @param main its item and what goes with it; empty once it is recorded
 * @param seen work that is removed with it
 * @param rest work that is removed after it
 */
record ReplacementUnit<T>(
    Replacement<T> of, List<Write> main, List<WorkItem> seen, List<WorkItem> rest)
    implements CommitUnit {
  static <T> ReplacementUnit<T> of(Replacement<T> given) {
    List<Write> main =
        Stream.concat(given.with().stream(), Stream.<Write>of(given.item())).toList();
    return cut(given, main, given.seen());
  }

  @Override
  public List<Write> writes() {
    return Stream.concat(main.stream(), seen.stream().map(WorkItem::seen)).toList();
  }

  /** What follows when this is written; empty when nothing does. */
  Optional<ReplacementUnit<T>> next() {
    return rest.isEmpty() ? Optional.empty() : Optional.of(cut(of, List.of(), rest));
  }

  /** Whether the replacement itself could not be recorded. */
  boolean isLost(List<Reason> reasons) {
    return reasons.subList(0, main.size()).stream()
        .anyMatch(reason -> reason.code() == Code.CONDITION_FAILED);
  }

  /** The same without the work that has changed since it was read, or is gone. */
  Optional<ReplacementUnit<T>> without(List<Reason> reasons) {
    List<WorkItem> left =
        IntStream.range(0, seen.size())
            .filter(n -> reasons.get(main.size() + n).code() != Code.CONDITION_FAILED)
            .mapToObj(seen::get)
            .toList();
    ReplacementUnit<T> unit = new ReplacementUnit<>(of, main, left, rest);
    return main.isEmpty() && left.isEmpty() ? next() : Optional.of(unit);
  }

  private static <T> ReplacementUnit<T> cut(
      Replacement<T> of, List<Write> main, List<WorkItem> work) {
    int now = Math.min(Table.MOST_IN_ONE_REQUEST - main.size(), work.size());
    return new ReplacementUnit<>(of, main, work.subList(0, now), work.subList(now, work.size()));
  }
}
